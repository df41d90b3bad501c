using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;

namespace VcrPortal.Bench.Reading;

/// <summary>Our layered layout beside dagre in Node: the same graphs, the same box sizes; time, and crossings of the drawn lines.</summary>
internal static class LayoutBench
{
    private const string Target = "at least 10x faster, crossings at most 1.1x";
    private static readonly (int Nodes, int Edges)[] Sizes = [(25, 35), (100, 158), (300, 465)];

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var graphs = Sizes.Select(size => RandomGraphs.Build(size.Nodes, size.Edges, seed: size.Nodes)).ToList();
        var baselines = await DagreAsync(graphs);
        return [.. graphs.Select((graph, at) => RowOf(graph, baselines?[at]))];
    }

    private static Row RowOf(ActionGraph graph, Baseline? baseline)
    {
        var time = Stopwatches.Median(() => LayeredLayout.Arrange(graph, metrics: LayoutMetrics.Compact));
        var crossings =
            Crossings.Count([.. LayeredLayout.Arrange(graph, metrics: LayoutMetrics.Compact).Edges.Select(edge => edge.Points.ToArray())]);
        var what = string.Create(CultureInfo.InvariantCulture, $"layout of {graph.Actions.Length} nodes, {graph.Edges.Length} edges");
        var ours = $"{Row.Milliseconds(time)}, {crossings} crossings";
        if (baseline is null) return new(what, ours, "dagre: needs Node and npm ci in eng/", null, Target);
        var theirs = Crossings.Count([.. baseline.Edges.Select(points => points.Select(p => (p[0], p[1])).ToArray())]);
        var faster = Row.Times(baseline.Milliseconds / time.TotalMilliseconds);
        return new(what, ours, $"dagre {Row.Milliseconds(TimeSpan.FromMilliseconds(baseline.Milliseconds))}, {theirs} crossings",
            $"{faster} faster, {Row.Times((double)crossings / Math.Max(1, theirs))} crossings", Target);
    }

    private static async Task<List<Baseline>?> DagreAsync(List<ActionGraph> graphs)
    {
        if (NodeScript.WhyMissing is not null) return null;
        using var node = Process.Start(
            new ProcessStartInfo(
            "node", Checkout.Path("eng", "bench", "layout-baseline.mjs"))
            { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var question = graphs.Select(graph => new
        {
            nodes = graph.Actions.Select(action => action.Id!.Value.Value),
            edges = graph.Edges.Select(edge => new[] { edge.Source.Value, edge.Target.Value }),
            width = LayoutMetrics.Compact.NodeWidth,
            height = LayoutMetrics.Compact.NodeHeight
        });
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, question);
        node.StandardInput.Close();
        return await JsonSerializer.DeserializeAsync<List<Baseline>>(node.StandardOutput.BaseStream, JsonSerializerOptions.Web);
    }

    /// <param name="Edges">For each edge its way points.</param>
    private sealed record Baseline(double Milliseconds, double[][][] Edges);
}
