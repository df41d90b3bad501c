using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>
/// Writes records in the columns of VC-TRACES (<c>perturbation, question, report_text, explain, dag, explain_verified</c>) and ours behind
/// them: <c>dag_verified</c>, <c>verdicts</c>, <c>state</c>, <c>state_reason</c>, <c>trace</c>, <c>hash</c>, <c>job</c>, <c>engine</c>.
/// Every record has every column.
/// </summary>
internal sealed class DataRecordWriter(KnowledgeIndex knowledge)
{
    // A file for programs, always a download and never part of a page: quotes and angle brackets stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line of JSON Lines, with its end.</summary>
    public async Task WriteLineAsync(DataRecord record, Stream to, CancellationToken ct)
    {
        await using (var json = new Utf8JsonWriter(to, Options))
        {
            Write(json, record);
            await json.FlushAsync(ct);
        }
        await to.WriteAsync("\n"u8.ToArray(), ct);
    }

    /// <summary>The record alone.</summary>
    public ReadOnlyMemory<byte> ToJson(DataRecord record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(json, record);
        return bytes.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json, DataRecord record)
    {
        var (generated, published) = (TextsOf(record.Generated), TextsOf(record.Published));
        json.WriteStartObject();
        WritePerturbation(json, PortalJson.Read<PerturbationRecord>(record.RecordJson));
        json.WriteString("question", $"What does this perturbation do to the cell, and by which mechanism? {record.Title}.");
        json.WriteString("report_text", record.Report);
        json.WriteString("explain", generated?.Explain);
        json.WriteString("dag", generated?.Dag);
        json.WriteString("explain_verified", published?.Explain);
        json.WriteString("dag_verified", published?.Dag);
        json.WriteStartArray("verdicts");
        foreach (var verdict in record.VerdictJson) Write(json, PortalJson.Read<Verdict>(verdict));
        json.WriteEndArray();
        json.WriteString("state", record.State);
        json.WriteString("state_reason", record.Reason);
        json.WriteString("trace", record.Trace is { } number ? PortalUrls.Accession(number) : null);
        json.WriteString("hash", record.Hash);
        if (record.Job is { } job) json.WriteNumber("job", job);
        else json.WriteNull("job");
        json.WriteString("engine", record.Engine);
        json.WriteEndObject();
    }

    private static WrittenTrace? TextsOf(string? text) => text is null ? null : WrittenTrace.From(text);

    /// <summary>In VC-TRACES' keys, some with spaces. What the record does not say of a compound or line is filled in as the installed
    /// knowledge has it.</summary>
    private void WritePerturbation(Utf8JsonWriter json, PerturbationRecord record)
    {
        json.WriteStartObject("perturbation");
        json.WriteStartArray("context");
        foreach (var context in record.Contexts) Write(json, context);
        json.WriteEndArray();
        json.WriteStartArray("perturbations");
        foreach (var perturbation in record.Perturbations) Write(json, perturbation);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, CellContext context)
    {
        json.WriteStartObject();
        json.WriteString("cell type", context.CellLine);
        json.WriteString("subtype", context.Subtype);
        json.WriteString(
            "description", context.Description
            ?? (context.CellLine is { } name && knowledge.Line(name) is { } line ? Describe(line) : context.DiseaseModel));
        json.WriteEndObject();
    }

    private static string Describe(CellLine line)
    {
        var alterations = string.Join(
            "; ", line.Alterations.Select(
            a => string.Join(' ', new[] { a.Gene, a.Change, Word(a.Effect) }.Where(w => !string.IsNullOrEmpty(w)))));
        return $"Organ: {line.Organ}. Driver alterations: {(alterations.Length == 0 ? "none known" : alterations)}.";
    }

    private static string? Word(AlterationEffect effect) =>
        effect switch { AlterationEffect.GainOfFunction => "GoF", AlterationEffect.LossOfFunction => "LoF", _ => null };

    private void Write(Utf8JsonWriter json, Perturbation perturbation)
    {
        var compound = perturbation.Kind == PerturbationKind.Chemical ? knowledge.Compound(perturbation.DisplayName) : null;
        var targets = perturbation.StatedTargets.IsEmpty && compound is not null ? compound.Targets : perturbation.StatedTargets;
        json.WriteStartObject();
        json.WriteString("name", perturbation.DisplayName);
        json.WriteString("perturbation type", perturbation.Kind == PerturbationKind.Genetic ? "genetic" : "chemical");
        json.WriteString("known targets", targets.IsEmpty ? null : string.Join(", ", targets));
        json.WriteString("moa_type", perturbation.Mechanism ?? (compound?.Mechanism is { Length: > 0 } known ? known : null));
        json.WriteString("smiles", perturbation.Smiles is { Length: > 0 } stated ? stated : Structures.SmilesOf(compound?.Id));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("action", verdict.Claim.Action.Value);
        json.WriteString("member", verdict.Claim.Member);
        json.WriteString("edge_to", verdict.Claim.EdgeTarget?.Value);
        json.WriteString("verdict", verdict.Kind.ToString().ToLowerInvariant());
        json.WriteBoolean("same_source", verdict.SameSource);
        json.WriteString("strength", JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Strength.ToString()));
        json.WriteString("rests_on", verdict.RestsOn?.Value);
        json.WriteString("verifier", verdict.Verifier);
        json.WriteString("verifier_version", verdict.VerifierVersion);
        json.WriteString("data_version", verdict.DataVersion);
        json.WriteString("reason", verdict.Reason);
        if (verdict.Score is { } score && double.IsFinite(score)) json.WriteNumber("score", score);
        else json.WriteNull("score");
        json.WriteStartArray("evidence");
        foreach (var row in verdict.Rows)
        {
            json.WriteStartObject();
            json.WriteString("source", row.Source);
            json.WriteString("text", row.Text);
            json.WriteString("identifier", row.Identifier);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
