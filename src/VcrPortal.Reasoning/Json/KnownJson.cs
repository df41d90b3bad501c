using System.Globalization;
using System.Text.Json;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Verification;
using static VcrPortal.Reasoning.Json.JsonFields;

namespace VcrPortal.Reasoning.Json;

/// <summary>What a document knows about its graph: diagnostics, verdicts, groundings, and where it comes from.</summary>
internal static class KnownJson
{
    public static void Write(Utf8JsonWriter json, TraceDocument document)
    {
        List(json, "diagnostics", document.Diagnostics, WriteDiagnostic);
        List(json, "verdicts", document.Verdicts, WriteVerdict);
        List(json, "groundings", document.Groundings, WriteGrounding);
        if (document.Provenance is { } provenance) WriteProvenance(json, provenance);
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        Field(json, "code", diagnostic.Code);
        Field(json, "severity", JsonWords.WordOf(JsonWords.Severities, diagnostic.Severity));
        Field(json, "message", diagnostic.Message);
        json.WriteNumber("line", diagnostic.Line);
        json.WriteNumber("column", diagnostic.Column);
        json.WriteNumber("length", diagnostic.Length);
        Field(json, "suggestion", diagnostic.Suggestion);
        Field(json, "action", diagnostic.Action?.Value);
        Field(json, "edgeTarget", diagnostic.EdgeTarget?.Value);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteStartObject("claim");
        Field(json, "action", verdict.Claim.Action.Value);
        Field(json, "member", verdict.Claim.Member);
        Field(json, "edgeTarget", verdict.Claim.EdgeTarget?.Value);
        json.WriteEndObject();
        Field(json, "kind", JsonWords.WordOf(JsonWords.Verdicts, verdict.Kind));
        Field(json, "verifier", verdict.Verifier);
        Field(json, "verifierVersion", verdict.VerifierVersion);
        Field(json, "reason", verdict.Reason);
        List(json, "rows", verdict.Rows, WriteRow);
        json.WriteBoolean("sameSource", verdict.SameSource);
        Field(json, "dataVersion", verdict.DataVersion);
        Field(json, "inputHash", verdict.InputHash);
        if (verdict.Score is { } score && double.IsFinite(score)) json.WriteNumber("score", score);
        Field(json, "thresholds", verdict.Thresholds);
        Field(json, "strength", JsonWords.WordOf(JsonWords.Strengths, verdict.Strength));
        Field(json, "restsOn", verdict.RestsOn?.Value);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, EvidenceRow row)
    {
        json.WriteStartObject();
        Field(json, "source", row.Source);
        Field(json, "text", row.Text);
        Field(json, "identifier", row.Identifier);
        json.WriteEndObject();
    }

    private static void WriteGrounding(Utf8JsonWriter json, GroundedText grounding)
    {
        json.WriteStartObject();
        Field(json, "text", grounding.Text);
        Field(json, "curie", grounding.Curie.ToString());
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, TraceProvenance provenance)
    {
        json.WriteStartObject("provenance");
        Field(json, "accession", provenance.Accession);
        if (provenance.Revision is { } revision) json.WriteNumber("revision", revision);
        Field(json, "title", provenance.Title);
        Field(json, "engine", provenance.Engine);
        Field(json, "writtenAt", provenance.WrittenAt?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
