using System.Globalization;
using System.Text;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge;
using VcrPortal.Generation.Tests.Knowledge.Imports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Review;
using VcrPortal.Tests;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Sanity;

/// <summary>Textbook facts that the engine may not miss, over the starter pack. Writes docs/sanity.md where VCR_REWRITE_DOCS is
/// set.</summary>
public class SanitySetTests(ITestOutputHelper output)
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    [Fact]
    public void Set_HoldsAtLeast60Facts_EachOnce()
    {
        Assert.True(SanityFacts.All.Count >= 60, SanityFacts.All.Count.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(SanityFacts.All.Count, SanityFacts.All.Distinct().Count());
    }

    [Fact]
    public void EveryFact_RestsOnARowOfTheData() =>
        Facts.None(SanityFacts.All.Where(f => Citation(f) is null).Select(f => f.ToString()));

    [Fact]
    public async Task EveryFact_IsSaid_OrIsNotSaidWhereItMayNotBe()
    {
        var engine = GraphPipeline.Over(Pack);
        var missed = new List<string>();
        foreach (var asked in SanityFacts.All.GroupBy(f => (f.Compound, f.Line)))
        {
            var trace = await GeneratedTrace.RunAsync(
                engine, new([new(asked.Key.Line)], [PerturbationOf(asked.Key.Compound)]));
            missed.AddRange(asked.Where(f => !Holds(f, trace)).Select(f => f.ToString()));
        }
        output.WriteLine($"{SanityFacts.All.Count - missed.Count} of {SanityFacts.All.Count}");
        Facts.None(missed);
    }

    [Fact]
    public async Task Page_ListsTheSet()
    {
        var path = Path.Combine(ReferenceData.Repository(), "docs", "sanity.md");
        var text = new StringBuilder(
            "# Sanity set\n\nTextbook facts that no explanation may miss, asked of the embedded engine over the starter pack alone. "
            + "A test asks them all and prints how many hold (`SanitySetTests`); each rests on a row of the data, which is named.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{SanityFacts.All.Count} facts.\n\n")
            .Append("| compound | line | what | rests on |\n|---|---|---|---|\n");
        foreach (var fact in SanityFacts.All)
            text.Append(CultureInfo.InvariantCulture, $"| {fact.Compound} | {fact.Line} | {Words(fact)} | {Citation(fact)} |\n");
        text.Append("\n## What the knowledge does not hold\n\nTextbook facts that cannot be asked, because neither the starter pack nor "
            + "the imported WikiPathways and Tahoe-100M carry them. A test says so when that changes.\n\n"
            + "| fact | what is missing |\n|---|---|\n");
        foreach (var (lacking, missing, _, _) in SanityFacts.Lacking)
            text.Append(CultureInfo.InvariantCulture, $"| {lacking} | {missing} |\n");
        if (Environment.GetEnvironmentVariable("VCR_REWRITE_DOCS") is "1") await File.WriteAllTextAsync(path, text.ToString());
        Assert.Equal(text.ToString(), await File.ReadAllTextAsync(path));
    }

    [DataFact]
    public async Task FactsThatTheKnowledgeLacks_AreStillLacking()
    {
        var knowledge = (await ReferenceKnowledge.InstalledAsync()).Base;
        foreach (var (fact, _, source, target) in SanityFacts.Lacking)
            if (source == "compound") Assert.DoesNotContain(knowledge.Compounds, c => c.Targets.Contains(target));
            else Assert.False(knowledge.Relations.Any(r => r.Target == target && r.Kind == RelationKind.Expression && r.Sign > 0), fact);
    }

    private const string KnockOut = "knock-out of ";

    private static Perturbation PerturbationOf(string compound) => compound.StartsWith(KnockOut, StringComparison.Ordinal)
        ? new(PerturbationKind.Genetic, GeneSymbol: compound[KnockOut.Length..], GeneEdit: "knockout")
        : new(PerturbationKind.Chemical, compound);

    private static bool Holds(SanityFact fact, GeneratedTrace trace)
    {
        if (fact.Says == "withheld") return trace.Revisions[^1].Discarded;
        var direction = fact.Says.EndsWith('+') ? Direction.Up : Direction.Down;
        var entity = fact.Entity[(fact.Entity.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var said = fact.Entity.StartsWith("rna:", StringComparison.Ordinal)
            ? trace.Actions("regulates_expression").Any(a => a.Direction == direction && a["gene_list"]!.Texts.Contains(entity))
            : fact.Entity.StartsWith("cell:", StringComparison.Ordinal)
                ? trace.Actions(direction == Direction.Up ? "induces_phenotype" : "alleviates_phenotype")
                    .Any(a => a.Text("phenotype") == entity)
                : trace.Actions("modulates_molecule_activity").Any(a => a.Direction == direction && a.Text("target") == entity);
        return said != fact.Says.StartsWith("no", StringComparison.Ordinal);
    }

    private static string Words(SanityFact fact)
    {
        if (fact.Says == "withheld") return $"nothing is published: {fact.Entity} is not expressed here";
        var entity = fact.Entity.Replace("rna:", "RNA of ", StringComparison.Ordinal).Replace("cell:", "", StringComparison.Ordinal);
        var verb = fact.Says.EndsWith('+') ? "rise" : "fall";
        return fact.Says.StartsWith("no", StringComparison.Ordinal) ? $"{entity} is not said to {verb}" : $"{entity} {verb}s";
    }

    private static string? Citation(SanityFact fact)
    {
        if (fact.Why.Split(" absent from ") is [var missing, var here])
            return EvidencePack.Embedded.Pack.Lines.Expression(missing, here) is { IsExpressed: false } level
                ? string.Create(CultureInfo.InvariantCulture, $"{missing} at {level.Tpm:0.##} TPM in untreated {here}, DepMap") : null;
        if (fact.Why.Split(" in ") is [var gene, var line])
            return Pack.CellLines.Single(l => l.Name == line).Alterations.FirstOrDefault(a => a.Gene == gene) is { } alteration
                ? $"{gene} {alteration.Change ?? "altered"} in {line}, Tahoe-100M `cell_line_metadata`" : null;
        return fact.Why.Split(' ') is [var source, var target, var pathway]
            && Pack.Relations.FirstOrDefault(r => r.Source == source && r.Target == target && r.PathwayId == pathway) is { } drawn
            ? $"{source} {(drawn.Sign > 0 ? "raises" : "lowers")} {target}, {pathway}"
                + (drawn.PubMedId is null ? "" : $", PMID:{drawn.PubMedId}") : null;
    }
}
