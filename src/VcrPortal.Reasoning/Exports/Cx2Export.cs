using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Exports;

/// <summary>CX2, the exchange format of Cytoscape and NDEx (CX 2 specification of the Cytoscape consortium).</summary>
public static class Cx2Export
{
    private static readonly string[] NodeColumns =
        ["name", "label", "primitive", "category", "text", "verdict", "verdict_reason", "verdict_strength"];
    private static readonly string[] EdgeColumns = ["interaction", "verdict", "verdict_reason", "verdict_strength"];

    public static string Write(ActionGraph graph, ImmutableArray<Verdict> verdicts = default)
    {
        var exported = ExportedGraph.From(graph, verdicts);
        var lists = exported.Arguments.Where(a => a.IsList).Select(a => a.Name).ToHashSet();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartArray();
            WriteHead(json, exported);
            WriteDeclarations(json, exported);
            WriteAspect(json, "networkAttributes", [0], (_, _) => json.WriteString("name", "Mechanistic explanation"));
            WriteAspect(json, "nodes", exported.Nodes, (node, _) => WriteNode(json, node, lists));
            WriteAspect(json, "edges", exported.Edges, (edge, number) => WriteEdge(json, edge, number));
            WriteAspect(json, "status", [0], (_, _) => json.WriteBoolean("success", true));
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteHead(Utf8JsonWriter json, ExportedGraph graph)
    {
        json.WriteStartObject();
        json.WriteString("CXVersion", "2.0");
        json.WriteBoolean("hasFragments", false);
        json.WriteEndObject();
        (string Aspect, int Count)[] aspects =
            [("attributeDeclarations", 1), ("networkAttributes", 1), ("nodes", graph.Nodes.Length), ("edges", graph.Edges.Length)];
        WriteAspect(json, "metaData", [.. aspects], (aspect, _) =>
        {
            json.WriteString("name", aspect.Aspect);
            json.WriteNumber("elementCount", aspect.Count);
        });
    }

    private static void WriteDeclarations(Utf8JsonWriter json, ExportedGraph graph) =>
        WriteAspect(json, "attributeDeclarations", [0], (_, _) =>
        {
            Declare(json, "networkAttributes", [("name", false)]);
            Declare(json, "nodes", NodeColumns.Select(c => (c, false)).Concat(graph.Arguments.Select(a => (NameOf(a.Name), a.IsList))));
            Declare(json, "edges", EdgeColumns.Select(c => (c, false)));
        });

    private static void Declare(Utf8JsonWriter json, string aspect, IEnumerable<(string Name, bool IsList)> columns)
    {
        json.WriteStartObject(aspect);
        foreach (var (name, isList) in columns.DistinctBy(c => c.Name))
        {
            json.WriteStartObject(name);
            json.WriteString("d", isList ? "list_of_string" : "string");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, ExportedNode node, HashSet<string> lists)
    {
        json.WriteNumber("id", node.Number);
        json.WriteStartObject("v");
        WriteValues(
            json, NodeColumns,
            [node.Id, node.Label, node.Primitive, node.Category, node.Action is { } a ? ExplanationWriter.Write(a) : "",
            node.Judgement?.Word, node.Judgement?.Reason, node.Judgement?.Strength]);
        foreach (var argument in (node.Action?.Arguments ?? []).DistinctBy(a => a.Name))
        {
            if (!lists.Contains(argument.Name)) json.WriteString(NameOf(argument.Name), ExportedText.WellFormed(argument.Value.ToString()));
            else
            {
                json.WriteStartArray(NameOf(argument.Name));
                foreach (var text in argument.Value.Texts) json.WriteStringValue(ExportedText.WellFormed(text));
                json.WriteEndArray();
            }
        }
        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, ExportedEdge edge, int number)
    {
        json.WriteNumber("id", number);
        json.WriteNumber("s", edge.Source.Number);
        json.WriteNumber("t", edge.Target.Number);
        json.WriteStartObject("v");
        WriteValues(json, EdgeColumns, [edge.Relation, edge.Judgement?.Word, edge.Judgement?.Reason, edge.Judgement?.Strength]);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string[] columns, string?[] values)
    {
        foreach (var (column, value) in columns.Zip(values))
            if (!string.IsNullOrEmpty(value)) json.WriteString(column, ExportedText.WellFormed(value));
    }

    private static void WriteAspect<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T, int> write)
    {
        json.WriteStartObject();
        json.WriteStartArray(name);
        for (var i = 0; i < items.Length; i++)
        {
            json.WriteStartObject();
            write(items[i], i);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Apart from the columns above, whatever an author calls an argument.
    private static string NameOf(string argument) => "argument." + ExportedText.WellFormed(argument);
}
