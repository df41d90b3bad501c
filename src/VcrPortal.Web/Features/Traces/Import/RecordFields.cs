using System.Text;
using System.Text.Json;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Json;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>Finds the columns of a trace among the members of a record, whoever wrote it: VC-TRACES, a run of VCR-Agent, or this
/// portal.</summary>
internal static class RecordFields
{
    /// <summary>Names of columns whose text is a structure.</summary>
    public static readonly string[] Structures = ["perturbation", "input_perturbation", "perturbations", "context"];

    public static readonly string[] Texts =
        ["explain", "dag", "explain_verified", "dag_verified", "report_text", "report", "input_report_text", "trace", "hash", "state",
            "state_reason"];

    public static FileRecord Read(string place, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) return new FileRecord.Lost(place, "It is no object: a record is {\u2026}.");
        var (explain, dag) = (Text(record, "explain"), Text(record, "dag"));
        if (explain is null) return new FileRecord.Lost(place, $"It has no text explain; its members are {Names(record)}.");
        var asked = Asked(record, out var problem);
        if (problem is not null) return new FileRecord.Lost(place, problem);
        return new FileRecord.Trace(place, new WrittenExplanation(asked, explain, dag ?? "")
        {
            Report = Text(record, "report_text") ?? Text(record, "input_report_text") ?? Text(record, "report") ?? "",
            Verified = Text(record, "explain_verified"),
            VerifiedDag = Text(record, "dag_verified"),
            Number = Text(record, "trace") is { } trace ? PortalUrls.TryParseAccession(trace) : null,
            Hash = Text(record, "hash"),
            State = Text(record, "state"),
            StateReason = Text(record, "state_reason"),
        });
    }

    /// <summary>The question; null where the record has none.</summary>
    private static PerturbationRecord? Asked(JsonElement record, out string? problem)
    {
        problem = null;
        var members = new StringBuilder();
        foreach (var name in Structures)
            if (JsonText.Member(record, name) is { } value && Structure(value) is { } structure)
                members.Append(members.Length == 0 ? "{\"" : ",\"").Append(name.Replace("input_", "", StringComparison.Ordinal))
                    .Append("\":").Append(structure);
        if (members.Length == 0) return null;
        var read = PerturbationRecordReader.Read(members.Append('}').ToString());
        if (read.Records is [var asked]) return asked;
        problem = read.Problems is [var first, ..] ? $"Its question cannot be read: {first.Field} {first.Message}" : null;
        return null;
    }

    /// <summary>A structure as JSON. In tables it stands as text: JSON, or what Python prints.</summary>
    private static string? Structure(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => value.GetRawText(),
        JsonValueKind.String when JsonText.Read(value).Trim() is [('{' or '['), ..] written =>
            IsJson(written) ? written : PythonText.ToJson(written),
        _ => null,
    };

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException) { return false; }
    }

    private static string? Text(JsonElement record, string name) =>
        JsonText.Member(record, name) is { ValueKind: JsonValueKind.String } text && JsonText.Read(text) is { Length: > 0 } written
            ? written : null;

    private static string Names(JsonElement record)
    {
        string[] names = [.. record.EnumerateObject().Select(JsonText.NameOf).Take(12)];
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }
}
