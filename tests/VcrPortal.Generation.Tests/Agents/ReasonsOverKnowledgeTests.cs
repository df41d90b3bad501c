using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Agents;

/// <summary>The embedded engine reasons over what it is given: take a fact away, and what rested on it is gone.</summary>
public class ReasonsOverKnowledgeTests(ITestOutputHelper output)
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    private static KnowledgeBase Without(string compound, string target) => Pack with
    {
        Compounds = [.. Pack.Compounds.Select(c => c.Name == compound ? c with { Targets = c.Targets.Remove(target) } : c)],
    };

    private static KnowledgeBase WithoutAlteration(string line, string gene) => Pack with
    {
        CellLines =
            [.. Pack.CellLines.Select(l => l.Name == line ? l with { Alterations = [.. l.Alterations.Where(a => a.Gene != gene)] } : l)],
    };

    [Fact]
    public async Task Binimetinib_InC32_IsToldFromTargetToPhenotype()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Binimetinib", "C32");
        output.WriteLine(trace.Report);
        output.WriteLine(trace.Text);
        foreach (var verdict in trace.Verdicts) output.WriteLine(
            $"{verdict.Verifier} {verdict.Claim} {verdict.Kind} same={verdict.SameSource} {verdict.Reason}");

        Assert.Contains("BRAF V600E", trace.Graph.Context!.Text("genotype"));
        Assert.Equal(["MAP2K1", "MAP2K2"], trace.Actions("binds_to").Select(a => a.Text("target")).Order());
        Assert.Contains(
            trace.Actions("modulates_pathway_activity"), a => a.Text("pathway")!.Contains("MAPK", StringComparison.Ordinal)
            && a.Direction == Direction.Down);
        Assert.NotEmpty(trace.Actions("regulates_expression"));
        Assert.Contains(trace.Graph.Leaves, a => a.Name is "induces_phenotype" or "alleviates_phenotype");
        Assert.True(trace.Graph.IsValid, string.Join("\n", trace.Graph.Problems()));
    }

    [Fact]
    public async Task TargetRemovedFromThePack_IsBoundNoMore()
    {
        var trace = await GeneratedTrace.RunAsync(Without("Binimetinib", "MAP2K1"), "Binimetinib", "C32");
        Assert.Equal("MAP2K2", Assert.Single(trace.Actions("binds_to")).Text("target"));
        Assert.DoesNotContain(
            trace.Evidence, e => e.Source == "Tahoe-100M" && e.Title.StartsWith("Binimetinib", StringComparison.Ordinal)
            && e.Passage.Contains("MAP2K1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AlterationRemovedFromTheLine_ChangesContextReportAndGraph()
    {
        var with = await GeneratedTrace.RunAsync(Pack, "Binimetinib", "C32");
        var without = await GeneratedTrace.RunAsync(WithoutAlteration("C32", "BRAF"), "Binimetinib", "C32");
        Assert.DoesNotContain("BRAF V600E", without.Graph.Context!.Text("genotype") ?? "");
        Assert.Contains("BRAF V600E", with.Report);
        Assert.DoesNotContain("BRAF V600E", without.Report);
        Assert.Contains(with.Actions("gain_of_function"), a => a.Text("protein") == "BRAF");
        Assert.DoesNotContain(without.Actions("gain_of_function"), a => a.Text("protein") == "BRAF");
        Assert.NotEqual(with.Graph.SemanticHash, without.Graph.SemanticHash);
    }

    [Fact]
    public async Task AnotherLine_GivesAnotherGraph()
    {
        var c32 = await GeneratedTrace.RunAsync(Pack, "Vemurafenib", "C32");
        var a549 = await GeneratedTrace.RunAsync(Pack, "Vemurafenib", "A549");
        Assert.NotEqual(c32.Graph.SemanticHash, a549.Graph.SemanticHash);
        Assert.Contains(c32.Graph.Actions, a => a.Primitive!.IsTerminal);
        Assert.DoesNotContain(a549.Graph.Actions, a => a.Primitive!.IsTerminal);
        Assert.Contains("no BRAF V600 change", a549.Report);
    }

    [Fact]
    public async Task UnknownCompound_EndsInWhatCanBeSupported()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Zzyzxinib", "C32");
        Assert.Empty(trace.Graph.Actions);
        Assert.Contains("BRAF V600E", trace.Graph.Context!.Text("genotype"));
        Assert.Contains("not in the installed knowledge", trace.Report);
    }

    [Fact]
    public async Task UnknownLine_IsExplainedWithoutAlterations()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Binimetinib", "NOSUCH-1");
        Assert.NotEmpty(trace.Actions("binds_to"));
        Assert.Empty(trace.Actions("gain_of_function"));
        Assert.Contains("not in the installed knowledge", trace.Report);
    }

    [Fact]
    public async Task SameQuestion_GivesTheSameAnswer()
    {
        var first = await GeneratedTrace.RunAsync(Pack, "Trametinib", "A549");
        var second = await GeneratedTrace.RunAsync(Pack, "Trametinib", "A549");
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Report, second.Report);
    }

    [Fact]
    public void AnyPair_AssertsOnlyWhatThePackHolds()
    {
        var pairs = Gen.Elements(Pack.Compounds.Select(c => c.Name).ToArray())
            .Zip(Gen.Elements(Pack.CellLines.Select(l => l.Name).ToArray()));
        Prop.ForAll(pairs.ToArbitrary(), pair =>
        {
            var trace = GeneratedTrace.RunAsync(Pack, pair.Item1, pair.Item2).GetAwaiter().GetResult();
            return Unsupported(trace) is { } claim ? throw new InvalidOperationException($"{pair}: {claim}") : true;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>A claim that no row of the pack, no membership and no binding stands behind; null when there is none.</summary>
    private static string? Unsupported(GeneratedTrace trace)
    {
        var recognizer = new EntityRecognizer(Pack);
        string Id(string? name) => recognizer.Match(name ?? "")?.Name ?? name ?? "";
        bool Holds(string source, string target, int sign) => Pack.Relations.Any(r => r.Target == target && r.Sign == sign
            && (r.Source == source || Pack.Groups.Any(g => g.Id == source && g.Members.Contains(r.Source))));
        foreach (var binding in trace.Actions("binds_to"))
            if (!Pack.Compounds.First(c => c.Name == binding.Text("actor")).Targets.Contains(binding.Text("target")!)
                && !Pack.Exceptions.Any(e => e.Compound == binding.Text("actor") && e.Instead == binding.Text("target")))
                return ExplanationWriter.Write(binding);
        foreach (var expression in trace.Actions("regulates_expression"))
        {
            // The regulator's own change is its parent's direction; the pack must hold that regulator to that gene, whatever its sign.
            foreach (var gene in expression["gene_list"]!.Texts)
                if (!Holds(Id(expression.Text("regulator")), gene, 1)
                    && !Holds(Id(expression.Text("regulator")), gene, -1)) return $"{ExplanationWriter.Write(expression)}: {gene}";
        }
        foreach (var verdict in trace.Verdicts)
            if (verdict is { Verifier: "Sign coherence", Kind: Reasoning.Verification.VerdictKind.Refuted }) return verdict.Reason;
        foreach (var edge in trace.Graph.Edges.Where(e => e.Relation == CausalRelation.Causal))
        {
            var source = trace.Graph.Find(edge.Source)!;
            var target = trace.Graph.Find(edge.Target)!;
            if (source.Name != "modulates_molecule_activity" || target.Name != "modulates_molecule_activity") continue;
            var (from, to) = (Id(source.Text("target")), Id(target.Text("target")));
            var sign = source.Direction == target.Direction ? 1 : -1;
            if (!Holds(from, to, sign) && !Pack.Groups.Any(g => g.Id == to && g.Members.Contains(from))) return $"{from} to {to}";
        }
        return null;
    }

    [Fact]
    public async Task EveryClaim_CitesEvidenceThatTheReportNumbersToo()
    {
        var trace = await GeneratedTrace.RunAsync(Pack, "Binimetinib", "C32");
        var numbers = trace.Evidence.Select(e => e.Number).ToImmutableHashSet();
        foreach (var action in trace.Events.OfType<Generation.Pipeline.GenerationEvent.ActionAdded>())
        {
            Assert.NotEmpty(action.CitedEvidence);
            Assert.All(action.CitedEvidence, n => Assert.Contains(n, numbers));
        }
    }

    [Fact]
    public void Everolimus_ActsThroughMtor_AndOnlyUsesFkbp1a()
    {
        var question = new QuestionGrounding(new KnowledgeIndex(Pack), new EntityRecognizer(Pack))
            .Ground(new([new("C32")], [new(Generation.Questions.PerturbationKind.Chemical, "Everolimus")]));
        var targets = Assert.Single(question.Causes).Targets;
        Assert.Contains(targets, t => t is { Entity: "MTOR", CarriesEffect: true });
        Assert.Contains(targets, t => t is { Entity: "FKBP1A", CarriesEffect: false });
    }
}
