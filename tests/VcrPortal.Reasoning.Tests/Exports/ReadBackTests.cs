using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Text;
using VcrPortal.Tests;

namespace VcrPortal.Reasoning.Tests.Exports;

/// <summary>
/// Exports are read by readers that are not ours (eng/readers/read-back.mjs): what they find is what the graph says. Generated graphs hold
/// hostile texts; characters that a format cannot hold are compared as the format writes them.
/// </summary>
public class ReadBackTests
{
    private const int GeneratedGraphs = 60;

    [NodeFact(needsData: true)]
    public Task RealTraces_AreReadByOthersAsTheyAre() =>
        AssertReadBackAsync([.. RealTraces.All().Select(text => ExplanationReader.Read(text).Graph)]);

    [NodeFact]
    public Task GeneratedGraphs_WithHostileTexts_AreReadByOthersAsTheyAre() =>
        AssertReadBackAsync([.. Graphs.Any.Generator.Sample(12, GeneratedGraphs), SmallGraph.Graph]);

    private static async Task AssertReadBackAsync(List<ActionGraph> graphs)
    {
        var lines = graphs.Select(graph => JsonSerializer.Serialize(new
        {
            graphml = GraphMlExport.Write(graph),
            cx2 = Cx2Export.Write(graph),
            json = TraceJsonWriter.Write(Known(graph)),
            mermaid = MermaidExport.Write(graph),
        }));
        var answers = await NodeTool.RunAsync("readers/read-back.mjs", lines);
        Assert.Equal(graphs.Count, answers.Length);
        foreach (var (graph, answer) in graphs.Zip(answers))
        {
            var found = JsonNode.Parse(answer)!;
            var exported = ExportedGraph.From(graph, []);
            Assert.Equal([], found["json"]!["violations"]!.AsArray().Select(v => (string?)v));
            Assert.Equal(
                Described(exported, "a", node => GraphMlValues(node), edge => new() { ["relation"] = edge.Relation }),
                Described(found["graphml"]!));
            Assert.Equal(
                Described(exported, "", node => Cx2Values(node, exported), edge => new() { ["interaction"] = edge.Relation }),
                Described(found["cx2"]!));
            Assert.Equal(
                Described(exported, "a", MermaidValues, edge => new() { ["stroke"] = edge.Relation == "causal" ? "normal" : "dotted" }),
                Described(found["mermaid"]!));
        }
    }

    private static TraceDocument Known(ActionGraph graph) => new(
        graph, graph.Problems(), SmallGraph.Verdicts, [new("MAP2K1", new Curie("HGNC", "6840"))],
            new("VCT1", 2, "Binimetinib in C32", "script", DateTimeOffset.UnixEpoch));

    private static JsonObject GraphMlValues(ExportedNode node)
    {
        var values = Columns(node, "id");
        foreach (var argument in (node.Action?.Arguments ?? []).DistinctBy(a => a.Name)) values[
            "argument." + ExportedText.ForXml(argument.Name)] = argument.Value.ToString();
        foreach (var (name, value) in values.ToList()) values[name] = ExportedText.ForXml((string)value!);
        return values;
    }

    private static JsonObject Cx2Values(ExportedNode node, ExportedGraph graph)
    {
        var lists = graph.Arguments.Where(a => a.IsList).Select(a => a.Name).ToHashSet();
        var values = Columns(node, "name");
        foreach (var (name, value) in values.ToList()) values[name] = ExportedText.WellFormed((string)value!);
        foreach (var argument in (node.Action?.Arguments ?? []).DistinctBy(a => a.Name))
            values["argument." + argument.Name] = lists.Contains(argument.Name)
                ? new JsonArray([.. argument.Value.Texts.Select(text => (JsonNode)ExportedText.WellFormed(text))])
                    : ExportedText.WellFormed(argument.Value.ToString());
        return values;
    }

    // What is empty is left out of both.
    private static JsonObject Columns(ExportedNode node, string id)
    {
        (string Name, string Value)[] columns =
            [(id, node.Id), ("label", node.Label), ("primitive", node.Primitive), ("category", node.Category),
                ("text", node.Action is { } action ? ExplanationWriter.Write(action) : "")];
        return new(columns.Where(c => c.Value.Length > 0).Select(c => KeyValuePair.Create<string, JsonNode?>(c.Name, c.Value)));
    }

    private static JsonObject MermaidValues(ExportedNode node)
    {
        var runes = ExportedText.OnOneLine(node.Label).EnumerateRunes().ToList();
        // Mermaid drops blanks around a label.
        return new() { ["label"] = (string.Concat(runes.Take(120)) + (runes.Count > 120 ? "…" : "")).Trim(' ') };
    }

    private static string Described(
        ExportedGraph graph, string prefix, Func<ExportedNode, JsonObject> values, Func<ExportedEdge, JsonObject> edgeValues)
    {
        return Described(
            graph.Nodes.Select(node => (Key(node), values(node))),
            graph.Edges.Select(edge => (Key(edge.Source), Key(edge.Target), edgeValues(edge))));

        string Key(ExportedNode node) => prefix + node.Number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Described(JsonNode found)
    {
        Assert.Null((string?)found["error"]);
        return Described(
            found["nodes"]!.AsArray().Select(n => ((string)n!["id"]!, n["attributes"]!.AsObject())),
            found["edges"]!.AsArray().Select(e => ((string)e!["source"]!, (string)e["target"]!, e["attributes"]!.AsObject())));
    }

    // One line for each node and edge, in an order that does not depend on the reader's.
    private static string Described(
        IEnumerable<(string Id, JsonObject Values)> nodes, IEnumerable<(string Source, string Target, JsonObject Values)> edges)
    {
        var text = new StringBuilder();
        foreach (var line in nodes.Select(n => $"{n.Id} {Sorted(n.Values)}").Order(StringComparer.Ordinal)) text.AppendLine(line);
        foreach (
            var line in edges.Select(e => $"{e.Source} > {e.Target} {Sorted(e.Values)}").Order(StringComparer.Ordinal)) text.AppendLine(
            line);
        return text.ToString();
    }

    private static string Sorted(JsonObject values) =>
        string.Join(' ', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value?.ToJsonString()}"));
}
