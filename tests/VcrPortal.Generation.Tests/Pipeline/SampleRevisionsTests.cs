using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Review;
using VcrPortal.Tests;
using Xunit.Abstractions;

namespace VcrPortal.Generation.Tests.Pipeline;

/// <summary>What the publication rule leaves of every compound of the starter pack in every line: 1,848 pairs.</summary>
public class SampleRevisionsTests(ITestOutputHelper output)
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();

    [DataFact]
    public async Task NothingRefuted_StaysInAPublishedRevision_AndAnExplanationWhoseActionIsRefuted_IsWithheld()
    {
        var engine = GraphPipeline.Over(Pack);
        var (wrong, pairs, refuted, withheld) = (new List<string>(), 0, 0, 0);
        foreach (var compound in Pack.Compounds)
            foreach (var line in Pack.CellLines)
            {
                var trace = await GeneratedTrace.RunAsync(
                    engine, new([new(line.Name)], [new(PerturbationKind.Chemical, compound.Name)]));
                var judgements = GraphJudgements.From(trace.Verdicts);
                wrong.AddRange(Wrong(trace, judgements).Select(what => $"{compound.Name} in {line.Name}: {what}"));
                pairs++;
                refuted += trace.Verdicts.Select(v => v.Claim).Distinct().Count(claim => judgements[claim].Kind == JudgementKind.Refuted);
                withheld += trace.Revisions[^1].Discarded ? 1 : 0;
            }
        output.WriteLine($"{pairs} pairs, {refuted} refuted claims, {withheld} explanations withheld");
        Facts.None(wrong);
        // Otherwise there would have been nothing to hold.
        Assert.True(pairs == 1848 && refuted > 0 && withheld > 0, $"{pairs} pairs, {refuted} refuted, {withheld} withheld");
    }

    private static IEnumerable<string> Wrong(GeneratedTrace trace, GraphJudgements judgements)
    {
        var last = trace.Revisions[^1];
        if (IsActionRefuted(ExplanationReader.Read(trace.Text).Graph, judgements) && !last.Discarded) yield return "not withheld";
        if (last.Discarded)
        {
            if (string.IsNullOrWhiteSpace(last.Reason)) yield return "withheld without a reason";
            yield break;
        }
        ImmutableArray<Claim> claims =
        [
            .. CountVerdicts.ClaimsOf(trace.Graph, trace.Verdicts),
            .. trace.Graph.Actions.Select(a => a.Id).OfType<NodeId>().Select(id => new Claim(id)),
            .. trace.Graph.Edges.Select(edge => new Claim(edge.Source, EdgeTarget: edge.Target)),
        ];
        foreach (var claim in claims.Distinct())
            if (judgements[claim].Kind == JudgementKind.Refuted) yield return $"published although refuted: {claim}";
    }

    /// <summary>A binding is refuted, or everything that the compound does to what it binds.</summary>
    private static bool IsActionRefuted(ActionGraph graph, GraphJudgements judgements)
    {
        bool IsRefuted(NodeId id) => judgements[new Claim(id)].Kind == JudgementKind.Refuted;
        var bindings = graph.Actions.Where(a => a.Kind == ClaimKind.Binding).Select(a => a.Id!.Value).ToHashSet();
        var effects = graph.Edges.Where(e => bindings.Contains(e.Source)).Select(e => graph.Find(e.Target)!)
            .Where(a => a.Kind is ClaimKind.MoleculeActivity or ClaimKind.Stability).Select(a => a.Id!.Value).Distinct().ToList();
        return bindings.Any(IsRefuted) || (effects.Count > 0 && effects.TrueForAll(IsRefuted));
    }
}
