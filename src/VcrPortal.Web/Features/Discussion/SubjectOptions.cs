using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>What of a revision can be talked about, in reading order.</summary>
internal static class SubjectOptions
{
    private const int LabelLength = 90;

    public static ImmutableArray<SubjectOption> In(ActionGraph graph, string evidenceJson) =>
        [.. All(graph, PortalJson.Read<ImmutableArray<EvidenceItem>>(evidenceJson))
            .Where(o => o.Subject.Text.Length <= Subject.MostCharacters)];

    private static IEnumerable<SubjectOption> All(ActionGraph graph, ImmutableArray<EvidenceItem> evidence)
    {
        yield return new(Subject.Trace, "", "the whole trace");
        var nodes = graph.Context is null ? graph.TopologicalOrder() : [graph.Context, .. graph.TopologicalOrder()];
        foreach (var node in nodes.DistinctBy(ClaimSheet.IdOf))
            yield return new(
                new Subject.Node(ClaimSheet.IdOf(node)), "Claims",
                $"{ClaimSheet.IdOf(node).Value}: {ClaimWording.For(node).Sentence}".Fit(LabelLength));
        foreach (var edge in graph.Edges.Distinct()) yield return new(
            new Subject.Edge(edge.Source, edge.Target), "Edges", $"{edge.Source.Value} to {edge.Target.Value}".Fit(LabelLength));
        foreach (var item in evidence.DistinctBy(e => e.Number)) yield return new(
            new Subject.Evidence(item.Number), "Evidence", FormattableString.Invariant($"[{item.Number}] {item.Title}").Fit(LabelLength));
    }
}
