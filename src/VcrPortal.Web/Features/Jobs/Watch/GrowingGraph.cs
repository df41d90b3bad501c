using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Ui.TraceGraph;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>
/// A job's graph as drawn so far: placed claims stay where they are, new ones are appended and marked fresh. Compact from the first claim
/// on, for nobody knows yet how many lanes there will be.
/// </summary>
/// <param name="Fresh">Claims that were not there the time before.</param>
public sealed record GrowingGraph(ClaimSheet Sheet, GraphLayout Layout, IReadOnlySet<NodeId> Fresh)
{
    /// <returns>The same instance when nothing that it shows has changed; null without a graph.</returns>
    public static GrowingGraph? Next(GrowingGraph? before, JobProgress progress)
    {
        if (progress.Graph is not { } graph) return null;
        if (before is not null && ReferenceEquals(before.Sheet.Graph, graph)
            && before.DrawnFor == (progress.Verdicts, progress.IsOver)) return before;
        var sheet = ClaimSheet.From(graph, progress.Verdicts, progress.IsOver);
        var isSame = before is not null && ReferenceEquals(before.Sheet.Graph, graph);
        var layout = isSame ? before!.Layout : LayeredLayout.Arrange(graph, before?.Layout, LayoutMetrics.Compact);
        var fresh = before is null ? FrozenSet<NodeId>.Empty
            : sheet.Rows.Select(r => r.Id).Where(id => before.Sheet.Find(id) is null).ToFrozenSet();
        return new(sheet, layout, isSame ? before!.Fresh : fresh) { DrawnFor = (progress.Verdicts, progress.IsOver) };
    }

    private (ImmutableArray<Verdict> Verdicts, bool IsOver) DrawnFor { get; init; }
}
