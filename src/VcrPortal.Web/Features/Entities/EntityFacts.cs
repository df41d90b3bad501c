using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Entities;

/// <summary>What the installed tables say of a thing, each with its source.</summary>
internal sealed class EntityFacts(KnowledgeIndex index, SearchNames names)
{
    private const string Compounds = "Tahoe-100M, table of compounds";
    private const string Lines = "Tahoe-100M, table of cell lines";
    private const string Genes = "Tahoe-100M, table of genes; FamPlex";
    private const string WikiPathways = "WikiPathways";

    /// <summary>Values of one fact; a hub of signalling has hundreds.</summary>
    private const int Most = 40;

    /// <summary>Pathways that are named beside one value; how many more there are is said.</summary>
    private const int NamedPathways = 2;

    public (ImmutableArray<string> OtherNames, ImmutableArray<EntityFact> Facts) For(SearchName name) => name.Field switch
    {
        SearchField.Compound when index.Compound(name.Label) is { } compound => (compound.Synonyms, OfCompound(compound)),
        SearchField.CellLine when index.Line(name.Label) is { } line => (line.Synonyms, OfLine(line)),
        SearchField.Gene when index.Gene(name.Label) is { } gene => (gene.Synonyms, OfGene(gene)),
        SearchField.Pathway when index.Knowledge.Pathways.FirstOrDefault(p => p.Id == name.Id) is { } pathway =>
            (pathway.Title == pathway.Name ? [] : [pathway.Title], OfPathway(pathway)),
        SearchField.Phenotype when index.Knowledge.Phenotypes.FirstOrDefault(p => p.Name == name.Label) is { } phenotype =>
            (phenotype.Synonyms, Filled(Relations(phenotype.Id, isSource: false, "Driven or held back by"))),
        _ => ([], []),
    };

    private ImmutableArray<EntityFact> OfCompound(Compound compound) => Filled(
        new("Mechanism", Values(compound.Mechanism, SearchField.Mechanism), Compounds),
        new("Targets", [.. compound.Targets.Select(Gene)], Compounds),
        new("Does to them", Plain(compound.Polarity switch
        {
            Polarity.Inhibits => "inhibits",
            Polarity.Activates => "activates",
            Polarity.Degrades => "degrades",
            _ => "",
        }), Compounds),
        new("Not believed", [.. index.Knowledge.Exceptions.Where(e => e.Compound == compound.Name)
            .Select(e => new FactValue($"{e.Target}: {e.Finding}"))], "Reviewed by hand against other sources"));

    private ImmutableArray<EntityFact> OfLine(CellLine line) => Filled(
        new("Tissue", Values(line.Organ, SearchField.Tissue), Lines),
        new("Mutations", [.. line.Alterations.Select(a => new FactValue(
            $"{a.Gene} {a.Change ?? (a.Effect == AlterationEffect.LossOfFunction ? "loses function" : "altered")}",
            PortalUrls.Entity(PortalUrls.Genes, a.Gene))).Distinct()], Lines));

    private ImmutableArray<EntityFact> OfGene(Gene gene) => Filled(
        new("Families and complexes", [.. index.Knowledge.Groups.Where(g => g.Members.Contains(gene.Symbol)).Take(Most)
            .Select(g => new FactValue(g.Name, PortalUrls.Search(SearchField.Group.Write(g.Name))))], Genes),
        new("Compounds that hit it", [.. index.Knowledge.Compounds.Where(c => c.Targets.Contains(gene.Symbol)).Take(Most)
            .Select(c => new FactValue(c.Name, EntityAddress.For(SearchNames.For(c))))], Compounds),
        new("Altered in", [.. index.Knowledge.CellLines.Where(l => l.Alterations.Any(a => a.Gene == gene.Symbol)).Take(Most)
            .Select(l => new FactValue(l.Name, EntityAddress.For(SearchNames.For(l))))], Lines),
        Relations(gene.Symbol, isSource: true, "Acts on"), Relations(gene.Symbol, isSource: false, "Acted on by"));

    private ImmutableArray<EntityFact> OfPathway(Pathway pathway) => Filled(
        new("Measured by", [.. pathway.Outputs.Select(Gene)], "Chosen by hand from the pathway's nodes"),
        new("Drawn at",
            [new("wikipathways.org", $"https://www.wikipathways.org/pathways/{Uri.EscapeDataString(pathway.Id)}")], WikiPathways));

    /// <summary>Each thing once for each direction, with the pathways that draw it.</summary>
    private EntityFact Relations(string id, bool isSource, string title)
    {
        var all = index.Knowledge.Relations.Where(r => (isSource ? r.Source : r.Target) == id).ToList();
        var values = all.GroupBy(r => (Other: isSource ? r.Target : r.Source, Raises: r.Sign > 0), r => r.PathwayId).Take(Most)
            .Select(r => Other(r.Key.Other) with
            {
                Text = $"{Word(r.Key.Raises, isSource)} {Other(r.Key.Other).Text} ({Drawn([.. r.Distinct()])})",
            });
        return new(title, [.. values], all.Exists(r => r.IsOfAPaper) ? WikiPathways + ", and papers where one is named" : WikiPathways);
    }

    private static string Word(bool raises, bool isSource) => (raises, isSource) switch
    {
        (true, true) => "raises",
        (true, false) => "raised by",
        (false, true) => "lowers",
        (false, false) => "lowered by",
    };

    private static string Drawn(IReadOnlyList<string> pathways) =>
        pathways.Count <= NamedPathways ? string.Join(", ", pathways)
            : $"{string.Join(", ", pathways.Take(NamedPathways))}, +{pathways.Count - NamedPathways}";

    private FactValue Other(string id) => names.Find(id) is { } name ? new(name.Label, EntityAddress.For(name)) : new(id);

    private static FactValue Gene(string symbol) => new(symbol, PortalUrls.Entity(PortalUrls.Genes, symbol));

    private static ImmutableArray<FactValue> Values(string text, SearchField field) =>
        text.Length == 0 ? [] : [new(text, PortalUrls.Search(field.Write(text)))];

    private static ImmutableArray<FactValue> Plain(string text) => text.Length == 0 ? [] : [new(text)];

    private static ImmutableArray<EntityFact> Filled(params ReadOnlySpan<EntityFact> facts)
    {
        var filled = ImmutableArray.CreateBuilder<EntityFact>();
        foreach (var fact in facts)
            if (!fact.Values.IsEmpty) filled.Add(fact);
        return filled.ToImmutable();
    }
}
