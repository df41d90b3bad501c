using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>
/// The entities of the starter pack, with which every snapshot begins: its names go on being recognised, and an import that names the same
/// thing merges with it.
/// </summary>
public static class StarterPackEntities
{
    public static void Add(KnowledgeDraft draft, KnowledgeBase pack)
    {
        foreach (var line in pack.CellLines)
            Named(draft, draft.Entity(EntityKind.CellLine, line.Name, null, line.Id.ToString()), line.Synonyms);
        foreach (var compound in pack.Compounds)
        {
            var entity = draft.Entity(EntityKind.Compound, compound.Name, null, compound.Id?.ToString());
            draft.Synonym(entity, compound.SourceRow);
            Named(draft, entity, compound.Synonyms);
        }
        foreach (var gene in pack.Genes) Named(draft, draft.Entity(EntityKind.Gene, gene.Symbol, null, gene.Id?.ToString()), gene.Synonyms);
        foreach (var group in pack.Groups)
            Named(draft,
                draft.Entity(group.Kind == GroupKind.Complex ? EntityKind.Complex : EntityKind.Family, group.Id, group.Name, group.Id),
                group.Synonyms);
        foreach (var phenotype in pack.Phenotypes)
            Named(draft, draft.Entity(EntityKind.Phenotype, phenotype.Id, phenotype.Name, phenotype.Ontology?.ToString()),
                phenotype.Synonyms);
        foreach (var pathway in pack.Pathways)
            draft.Synonym(draft.Entity(EntityKind.Pathway, pathway.Id, pathway.Name, $"WIKIPATHWAYS:{pathway.Id}"), pathway.Title);
    }

    private static void Named(KnowledgeDraft draft, int entity, IEnumerable<string> synonyms)
    {
        foreach (var synonym in synonyms) draft.Synonym(entity, synonym);
    }
}
