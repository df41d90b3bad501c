using System.Collections.Immutable;
using System.Text;
using VcrPortal.Generation.Inputs;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.CommandLine;

/// <summary>The traces of a table (RFC 4180; parted by commas, tabs or semicolons) with columns <c>explain</c> and
/// <c>dag</c>, as VCR-Agent's runs leave them.</summary>
internal static class TraceTable
{
    public static ImmutableArray<TraceInput> Read(string path, string text)
    {
        text = text.TrimStart('\uFEFF');
        using var rows = Rows(text, DelimiterOf(text)).GetEnumerator();
        List<string> head = rows.MoveNext() ? [.. rows.Current.Select(name => name.Trim())] : [];
        var (explain, dag, answer, index) =
            (head.IndexOf("explain"), head.IndexOf("dag"), head.IndexOf("raw_response"), head.IndexOf("index"));
        if (explain < 0 && dag < 0) return [WithoutColumns(path, head)];
        var found = ImmutableArray.CreateBuilder<TraceInput>();
        while (rows.MoveNext())
        {
            var written = new WrittenTrace(Cell(rows.Current, explain) ?? "", Cell(rows.Current, dag) ?? "", Cell(rows.Current, answer));
            found.Add(TraceRecords.OfTexts($"{path}[{found.Count}]", found.Count, written, Cell(rows.Current, index)));
        }
        return found.ToImmutable();
    }

    // Spreadsheets part cells by semicolons where commas stand before decimals.
    private static char DelimiterOf(string text)
    {
        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\n', '\r') is var end and >= 0 ? end : text.Length).ToString();
        return TableHeader.FindDelimiter(head, ["explain"]) ?? TableHeader.FindDelimiter(head, ["dag"]) ?? ',';
    }

    private static string? Cell(List<string> row, int column) => column >= 0 && column < row.Count ? row[column] : null;

    // A quote opens a cell only at its start; within a quoted cell two of them stand for one.
    private static IEnumerable<List<string>> Rows(string text, char delimiter)
    {
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (c == '"' && (isQuoted || cell.Length == 0)) isQuoted = !isQuoted;
            else if (isQuoted || (c != delimiter && c is not ('\n' or '\r'))) cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == delimiter) continue;
                if (row.Exists(r => r.Length > 0)) yield return row;
                row = [];
            }
        }
        row.Add(cell.ToString());
        if (row.Exists(r => r.Length > 0)) yield return row;
    }

    private static TraceInput WithoutColumns(string path, List<string> head)
    {
        var rule = DiagnosticRules.MissingMember;
        return new TraceInput(
            0, null,
            [new PlacedDiagnostic(
            path, new Diagnostic(rule.Code, rule.Severity, $"The first row names no column explain and no column dag. Its cells "
                + $"are: {string.Join(", ", head.Take(20)).Fit(200)}.", 1, 1))]);
    }
}
