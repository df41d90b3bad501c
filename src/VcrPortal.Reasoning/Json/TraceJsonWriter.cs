using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using VcrPortal.Reasoning.Graph;
using static VcrPortal.Reasoning.Json.JsonFields;

namespace VcrPortal.Reasoning.Json;

/// <summary>
/// Writes <c>vcr-trace/1</c> (docs/schema/vcr-trace-1.schema.json). Reading it back gives the same graph. What is empty or unknown is left
/// out. The text is safe inside a page: markup characters are escaped.
/// </summary>
public static class TraceJsonWriter
{
    private static readonly JsonWriterOptions Indented =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(ActionGraph graph) => Write(TraceDocument.From(graph));

    public static string Write(TraceDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented)) WriteDocument(json, document);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteDocument(Utf8JsonWriter json, TraceDocument document)
    {
        json.WriteStartObject();
        Field(json, "format", TraceDocument.Format);
        json.WriteStartObject("vocabulary");
        Field(json, "id", document.Graph.Vocabulary.Id);
        json.WriteNumber("version", document.Graph.Vocabulary.Version);
        json.WriteEndObject();
        if (document.Graph.Context is { } context)
        {
            json.WritePropertyName("context");
            WriteAction(json, context);
        }
        List(json, "actions", document.Graph.Actions, WriteAction, isKept: true);
        List(json, "edges", document.Graph.Edges, WriteEdge, isKept: true);
        KnownJson.Write(json, document);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, ActionNode action)
    {
        json.WriteStartObject();
        Field(json, "id", action.Id?.Value);
        Field(json, "primitive", action.Name);
        json.WriteStartObject("arguments");
        foreach (var argument in action.Arguments.DistinctBy(a => a.Name))
        {
            json.WritePropertyName(argument.Name);
            if (argument.Value is ArgumentValue.Text text) JsonText.Write(json, text.Value);
            else WriteTexts(json, argument.Value.Texts);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts) JsonText.Write(json, text);
        json.WriteEndArray();
    }

    private static void WriteEdge(Utf8JsonWriter json, CausalEdge edge)
    {
        json.WriteStartObject();
        Field(json, "source", edge.Source.Value);
        Field(json, "target", edge.Target.Value);
        Field(json, "relation", JsonWords.WordOf(JsonWords.Relations, edge.Relation));
        json.WriteEndObject();
    }
}
