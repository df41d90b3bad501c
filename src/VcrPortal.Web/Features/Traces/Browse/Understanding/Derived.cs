using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Names that follow from the tables of knowledge: classes of mechanisms, alterations, tissues, pathways and so on.</summary>
internal static class Derived
{
    public static IEnumerable<(SearchName Name, ImmutableArray<string> Spellings)> From(KnowledgeBase knowledge, EntityRecognizer find) =>
    [
        .. Mechanisms(knowledge), .. ByTarget(knowledge), .. Alterations(knowledge), .. AlteredGenes(knowledge), .. Effects(knowledge),
        .. Tissues(knowledge), .. Pathways(knowledge, find), .. Phenotypes(knowledge, find), .. Primitives(),
    ];

    private static IEnumerable<(SearchName, ImmutableArray<string>)> Mechanisms(KnowledgeBase knowledge) =>
        from compound in knowledge.Compounds
        from mechanism in new[] { compound.Mechanism, compound.MechanismClass }
        where mechanism.Length > 0 && !mechanism.Equals("unclear", StringComparison.OrdinalIgnoreCase)
        group compound.Name by mechanism into same
        let compounds = same.Distinct(StringComparer.Ordinal).ToImmutableArray()
        select (new SearchName(SearchField.Mechanism, same.Key, Detail: Count(compounds.Length, "compound"), Members: compounds),
            ImmutableArray.Create(same.Key));

    /// <summary>"BCL2 inhibitor", also of compounds whose table says another mechanism or none.</summary>
    private static IEnumerable<(SearchName, ImmutableArray<string>)> ByTarget(KnowledgeBase knowledge) =>
        from compound in knowledge.Compounds
        let does = compound.Polarity switch
        {
            Polarity.Inhibits => "inhibitor",
            Polarity.Activates => "activator",
            Polarity.Degrades => "degrader",
            _ => null,
        }
        where does is not null
        from target in compound.Targets
        group compound.Name by $"{target} {does}" into same
        let compounds = same.Distinct(StringComparer.Ordinal).ToImmutableArray()
        select (new SearchName(SearchField.Mechanism, same.Key, Detail: Count(compounds.Length, "compound"), Members: compounds),
            ImmutableArray.Create(same.Key));

    /// <summary>"KRAS mutant": lines with any alteration of the gene.</summary>
    private static IEnumerable<(SearchName, ImmutableArray<string>)> AlteredGenes(KnowledgeBase knowledge) =>
        from line in knowledge.CellLines
        from altered in line.Alterations
        group line.Name by altered.Gene into same
        let lines = same.Distinct(StringComparer.Ordinal).ToImmutableArray()
        select (new SearchName(SearchField.Alteration, $"{same.Key} mutant", Detail: Count(lines.Length, "cell line"), Members: lines),
            ImmutableArray.Create(
                $"{same.Key} mutant", $"{same.Key} mutated", $"mutant {same.Key}", $"{same.Key} mutation", $"{same.Key} altered"));

    /// <summary>"STK11 loses function", by whatever change.</summary>
    private static IEnumerable<(SearchName, ImmutableArray<string>)> Effects(KnowledgeBase knowledge) =>
        from line in knowledge.CellLines
        from altered in line.Alterations
        where altered.Effect != AlterationEffect.Unknown
        let does = altered.Effect == AlterationEffect.LossOfFunction ? "loses function" : "gains function"
        group line.Name by $"{altered.Gene} {does}" into same
        let lines = same.Distinct(StringComparer.Ordinal).ToImmutableArray()
        select (new SearchName(SearchField.Alteration, same.Key, Detail: Count(lines.Length, "cell line"), Members: lines),
            Spellings(same.Key));

    private static IEnumerable<(SearchName, ImmutableArray<string>)> Alterations(KnowledgeBase knowledge) =>
        from line in knowledge.CellLines
        from altered in line.Alterations
        where altered.Change is not null
        group line.Name by $"{altered.Gene} {altered.Change}" into same
        let lines = same.Distinct(StringComparer.Ordinal).ToImmutableArray()
        select (new SearchName(SearchField.Alteration, same.Key, Detail: Count(lines.Length, "cell line"), Members: lines),
            Spellings(same.Key));

    private static ImmutableArray<string> Spellings(string alteration)
    {
        var blank = alteration.IndexOf(' ', StringComparison.Ordinal);
        var (gene, change) = (alteration[..blank], alteration[(blank + 1)..]);
        return change switch
        {
            "DEL" => [alteration, $"{gene} deletion", $"{gene} deleted"],
            "loses function" => [alteration, $"{gene} loss", $"{gene} LoF", $"{gene} null"],
            "gains function" => [alteration, $"{gene} gain", $"{gene} GoF"],
            _ => [alteration, $"{gene} p.{change}", $"{gene}:{change}", $"{alteration} mutant", $"{alteration} mutation",
                $"{alteration} mutated", $"mutant {alteration}"],
        };
    }

    private static IEnumerable<(SearchName, ImmutableArray<string>)> Tissues(KnowledgeBase knowledge) =>
        from line in knowledge.CellLines
        where line.Organ.Length > 0
        group line by line.Organ into same
        select (new SearchName(SearchField.Tissue, same.Key, same.Key.ToSearchForm(), Detail: Count(same.Count(), "cell line")),
            ImmutableArray.Create(same.Key));

    private static IEnumerable<(SearchName, ImmutableArray<string>)> Pathways(KnowledgeBase knowledge, EntityRecognizer find) =>
        from pathway in knowledge.Pathways
        select (new SearchName(SearchField.Pathway, pathway.Name, KeyOf(pathway.Name, pathway.Id, find), pathway.Id, pathway.Title),
            ImmutableArray.Create([
                pathway.Name, pathway.Title, pathway.Id, pathway.Name.Replace("signalling", "signaling", StringComparison.Ordinal),
                .. AsPathway(pathway.Name)]));

    /// <summary>"MAPK pathway" and "MAPK signaling pathway" for MAPK signalling.</summary>
    private static IEnumerable<string> AsPathway(string name)
    {
        const string ending = " signalling";
        yield return $"{name} pathway";
        if (!name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) yield break;
        yield return $"{name[..^ending.Length]} pathway";
        yield return $"{name[..^ending.Length]} signaling pathway";
    }

    private static IEnumerable<(SearchName, ImmutableArray<string>)> Phenotypes(KnowledgeBase knowledge, EntityRecognizer find) =>
        from phenotype in knowledge.Phenotypes
        let id = phenotype.Ontology?.ToString() ?? phenotype.Id
        select (new SearchName(SearchField.Phenotype, phenotype.Name, KeyOf(phenotype.Name, phenotype.Id, find), id),
            ImmutableArray.Create([phenotype.Name, phenotype.Id, .. phenotype.Synonyms]));

    private static IEnumerable<(SearchName, ImmutableArray<string>)> Primitives() =>
        from primitive in PrimitiveVocabulary.Vcr20.Primitives
        select (new SearchName(SearchField.Primitive, primitive.Name, primitive.Name, Detail: primitive.Definition),
            ImmutableArray.Create(primitive.Name));

    private static string KeyOf(string name, string id, EntityRecognizer find) => (find.Match(name)?.Name ?? id).ToSearchForm();

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
