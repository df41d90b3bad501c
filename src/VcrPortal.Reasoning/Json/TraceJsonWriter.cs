using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Json;

/// <summary>
/// Writes <c>vcr-trace/1</c> (docs/schema/vcr-trace-1.schema.json). Reading it back gives the same graph. What is empty or unknown is left
/// out. The text is safe inside a page: markup characters are escaped.
/// </summary>
public static class TraceJsonWriter
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(ActionGraph graph) => Write(TraceDocument.Of(graph));

    public static string Write(TraceDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented)) WriteDocument(json, document);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteDocument(Utf8JsonWriter json, TraceDocument document)
    {
        json.WriteStartObject();
        Text(json, "format", TraceDocument.Format);
        json.WriteStartObject("vocabulary");
        Text(json, "id", document.Graph.Vocabulary.Id);
        json.WriteNumber("version", document.Graph.Vocabulary.Version);
        json.WriteEndObject();
        if (document.Graph.Context is { } context)
        {
            json.WritePropertyName("context");
            WriteAction(json, context);
        }
        List(json, "actions", document.Graph.Actions, WriteAction, isKept: true);
        List(json, "edges", document.Graph.Edges, WriteEdge, isKept: true);
        List(json, "diagnostics", document.Diagnostics, WriteDiagnostic);
        List(json, "verdicts", document.Verdicts, WriteVerdict);
        List(json, "groundings", document.Groundings, WriteGrounding);
        if (document.Provenance is { } provenance) WriteProvenance(json, provenance);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, ActionNode action)
    {
        json.WriteStartObject();
        Text(json, "id", action.Id?.Value);
        Text(json, "primitive", action.Name);
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
        Text(json, "source", edge.Source.Value);
        Text(json, "target", edge.Target.Value);
        Text(json, "relation", JsonWords.WordOf(JsonWords.Relations, edge.Relation));
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        Text(json, "code", diagnostic.Code);
        Text(json, "severity", JsonWords.WordOf(JsonWords.Severities, diagnostic.Severity));
        Text(json, "message", diagnostic.Message);
        json.WriteNumber("line", diagnostic.Line);
        json.WriteNumber("column", diagnostic.Column);
        json.WriteNumber("length", diagnostic.Length);
        Text(json, "suggestion", diagnostic.Suggestion);
        Text(json, "action", diagnostic.Action?.Value);
        Text(json, "edgeTarget", diagnostic.EdgeTarget?.Value);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteStartObject("claim");
        Text(json, "action", verdict.Claim.Action.Value);
        Text(json, "member", verdict.Claim.Member);
        Text(json, "edgeTarget", verdict.Claim.EdgeTarget?.Value);
        json.WriteEndObject();
        Text(json, "kind", JsonWords.WordOf(JsonWords.Verdicts, verdict.Kind));
        Text(json, "verifier", verdict.Verifier);
        Text(json, "verifierVersion", verdict.VerifierVersion);
        Text(json, "reason", verdict.Reason);
        List(json, "rows", verdict.Rows, WriteRow);
        json.WriteBoolean("sameSource", verdict.SameSource);
        Text(json, "dataVersion", verdict.DataVersion);
        Text(json, "inputHash", verdict.InputHash);
        if (verdict.Score is { } score && double.IsFinite(score)) json.WriteNumber("score", score);
        Text(json, "thresholds", verdict.Thresholds);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, EvidenceRow row)
    {
        json.WriteStartObject();
        Text(json, "source", row.Source);
        Text(json, "text", row.Text);
        Text(json, "identifier", row.Identifier);
        json.WriteEndObject();
    }

    private static void WriteGrounding(Utf8JsonWriter json, GroundedText grounding)
    {
        json.WriteStartObject();
        Text(json, "text", grounding.Text);
        Text(json, "curie", grounding.Curie.ToString());
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, TraceProvenance provenance)
    {
        json.WriteStartObject("provenance");
        Text(json, "accession", provenance.Accession);
        if (provenance.Revision is { } revision) json.WriteNumber("revision", revision);
        Text(json, "title", provenance.Title);
        Text(json, "engine", provenance.Engine);
        Text(json, "writtenAt", provenance.WrittenAt?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) return;
        json.WritePropertyName(name);
        JsonText.Write(json, value);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, bool isKept = false)
    {
        if (items.Count == 0 && !isKept) return;
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
