using System.Text.Json;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Bench.Reading;

/// <summary>Reading trace texts, typed and with diagnostics, beside <c>System.Text.Json</c> reading the same actions and edges as
/// JSON.</summary>
internal static class ReadingBench
{
    private const string What = "read a trace text";
    private const string Target = "at most 3x";

    private const string Remark =
        "Reading: both from a string in memory on one thread, warm, in turns. System.Text.Json makes lists of records of the same names, "
        + "texts and edges; ours makes the graph and checks every rule.";

    /// <summary>Reads of the whole set in one timed run, so that a run is long against the clock.</summary>
    private const int Repeats = 50;

    public static IReadOnlyList<Row> Run()
    {
        if (SampleTexts.Read() is not { } texts) return [Row.Missing(What, "no reference data (VCR_DATA)", Target)];
        var asJson = texts.Select(text => JsonOf(ExplanationReader.Read(text).Graph)).ToList();
        var (ours, baseline) = Stopwatches.Compare(() => ReadTexts(texts), () => ReadJson(asJson));
        var reads = Repeats * texts.Count;
        return [new(
            $"{What} ({texts.Count} traces of models)", Row.Microseconds(ours / reads),
            $"System.Text.Json {Row.Microseconds(baseline / reads)}", Row.Times(ours / baseline), Target, Remark)];
    }

    private static void ReadTexts(List<string> texts)
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
            foreach (var text in texts)
                if (ExplanationReader.Read(text).Graph.Actions.IsEmpty) throw new InvalidOperationException("A sample holds no action.");
    }

    private static void ReadJson(List<string> texts)
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
            foreach (var text in texts)
                if (JsonSerializer.Deserialize<JsonTrace>(text)!.Actions.Count == 0) throw new InvalidOperationException(
                    "A sample holds no action.");
    }

    private static string JsonOf(ActionGraph graph) => JsonSerializer.Serialize(new JsonTrace(
        [.. (graph.Context is { } context ? graph.Actions.Insert(0, context) : graph.Actions).Select(ActionOf)],
        [.. graph.Edges.Select(edge => new JsonEdge(edge.Source.Value, edge.Target.Value, edge.Relation.ToString()))]));

    private static JsonAction ActionOf(ActionNode action) => new(
        action.Id?.Value, action.Name,
            action.Arguments.Select(argument => new JsonArgument(argument.Name, [.. argument.Value.Texts])).ToList());

    private sealed record JsonTrace(List<JsonAction> Actions, List<JsonEdge> Edges);
    private sealed record JsonAction(string? Id, string Name, List<JsonArgument> Arguments);
    private sealed record JsonArgument(string Name, List<string> Values);
    private sealed record JsonEdge(string Source, string Target, string Relation);
}
