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

    private EntityFact Relations(string id, bool isSource, string title) => new(title,
    [
        .. index.Knowledge.Relations.Where(r => (isSource ? r.Source : r.Target) == id).Take(Most)
            .Select(r => (Other: isSource ? r.Target : r.Source, r.Sign, r.PathwayId)).Distinct()
            .Select(r => Other(r.Other) with { Text = $"{(r.Sign > 0 ? "+" : "−")} {Other(r.Other).Text} ({r.PathwayId})" }),
    ], WikiPathways);

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
