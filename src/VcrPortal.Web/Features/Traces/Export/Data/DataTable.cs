using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>Records as rows of a table. A structure stands in its cell as JSON.</summary>
internal static class DataTable
{
    private static readonly ImmutableArray<string> Columns =
    [
        "trace", "hash", "state", "state_reason", "engine", "job", "question", "perturbation", "explain", "dag", "explain_verified",
        "dag_verified", "report_text", "verdicts",
    ];

    public static string Header { get; } = string.Join(',', Columns) + "\r\n";

    /// <param name="json">A record as <see cref="DataRecordWriter"/> writes it.</param>
    public static string Rows(ReadOnlyMemory<byte> json, bool withHeader)
    {
        using var record = JsonDocument.Parse(json);
        var row = new StringBuilder(withHeader ? Header : "");
        foreach (var column in Columns)
            AddCell(row, record.RootElement.GetProperty(column)).Append(column == Columns[^1] ? "\r\n" : ",");
        return row.ToString();
    }

    private static StringBuilder AddCell(StringBuilder row, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => row,
        JsonValueKind.String => AddText(row, value.GetString()!),
        _ => AddText(row, value.GetRawText()),
    };

    public static string Cell(string text) => AddText(new(), text).ToString();

    private static StringBuilder AddText(StringBuilder row, string text)
    {
        var guarded = SpreadsheetCell.Guard(text);
        return guarded.AsSpan().IndexOfAny(",\"\r\n;") < 0 ? row.Append(guarded)
            : row.Append('"').Append(guarded.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}
