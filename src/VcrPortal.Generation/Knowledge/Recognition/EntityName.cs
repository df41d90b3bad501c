using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Knowledge.Recognition;

/// <summary>One spelling of one entity.</summary>
/// <param name="Spelling">The name as the knowledge base writes it.</param>
/// <param name="IsPrimary">The entity's own name or symbol, not a synonym.</param>
internal sealed record EntityName(string Spelling, bool IsPrimary, EntityTypes Type, string Name, string? Curie)
{
    /// <summary>Longest letters-only name that is believed only in its own case: AR, MET, KIT and BAD are words too.</summary>
    private const int ShortName = 3;

    /// <summary>Longer gene names that are words too.</summary>
    private static readonly HashSet<string> Words =
        new(["CHOP", "CLOCK", "IMPACT", "PUMA", "RAPTOR", "REST", "SPARC"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a name that in another case means something else.</summary>
    public bool IsAmbiguous { get; } =
        (Spelling.Length <= ShortName && Spelling.All(char.IsLetter)) || Spelling.Length < ShortName || Words.Contains(Spelling);

    /// <summary>Every spelling, primary names first, and among those of one rank in the order lines, compounds, genes, groups, phenotypes,
    /// pathways.</summary>
    public static IEnumerable<EntityName> All(KnowledgeBase knowledge) => Named(knowledge).OrderBy(n => n.IsPrimary ? 0 : 1);

    private static IEnumerable<EntityName> Named(KnowledgeBase knowledge)
    {
        foreach (var line in knowledge.CellLines)
            foreach (
                var name in Spellings([line.Name], line.Synonyms, EntityTypes.CellLine, line.Name, line.Id.ToString())) yield return name;
        foreach (var compound in knowledge.Compounds)
            foreach (
                var name in Spellings(
                [compound.Name, compound.SourceRow], compound.Synonyms, EntityTypes.Compound, compound.Name,
                compound.Id?.ToString())) yield return name;
        foreach (var gene in knowledge.Genes)
            foreach (
                var name in Spellings([gene.Symbol], gene.Synonyms, EntityTypes.Gene, gene.Symbol, gene.Id?.ToString())) yield return name;
        foreach (var group in knowledge.Groups)
            foreach (
                var name in Spellings(
                [group.Name, group.Id], group.Synonyms, group.Kind == GroupKind.Complex ? EntityTypes.Complex : EntityTypes.Family,
                group.Id, group.Id)) yield return name;
        foreach (var phenotype in knowledge.Phenotypes)
            foreach (
                var name in Spellings(
                [phenotype.Name], phenotype.Synonyms, EntityTypes.Phenotype, phenotype.Id,
                phenotype.Ontology?.ToString())) yield return name;
        foreach (var pathway in knowledge.Pathways)
            foreach (
                var name in Spellings(
                [pathway.Name, pathway.Title, pathway.Id], [], EntityTypes.Pathway, pathway.Id,
                $"WIKIPATHWAYS:{pathway.Id}")) yield return name;
    }

    private static IEnumerable<EntityName> Spellings(
        IEnumerable<string> primary, IEnumerable<string> synonyms, EntityTypes type, string name, string? curie) =>
        primary.Select(s => new EntityName(s, true, type, name, curie))
            .Concat(synonyms.Select(s => new EntityName(s, false, type, name, curie)));
}
