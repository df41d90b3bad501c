using System.Text.Json;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>The traces of a table with a column <c>explain</c>, parted by commas, tabs or semicolons.</summary>
internal static class TableTraces
{
    /// <param name="header">The first line.</param>
    /// <exception cref="UnreadableInputException">It names no column <c>explain</c>.</exception>
    public static IEnumerable<FileRecord> Read(string path, InputText text, string header, CancellationToken ct)
    {
        if (TableHeader.FindDelimiter(header, ["explain"]) is not { } delimiter)
            throw new UnreadableInputException(
                "is no table of traces: its first line names no column explain. Traces come as Parquet, JSON Lines, JSON or CSV with the "
                + "columns of VC-TRACES.");
        string[] columns =
            [.. TableHeader.Cells(header, delimiter).Intersect(RecordFields.Texts.Concat(RecordFields.Structures)).Distinct()];
        return Rows(Path.GetFileName(path), text, delimiter, columns, ct);
    }

    private static IEnumerable<FileRecord> Rows(string file, InputText text, char delimiter, string[] columns, CancellationToken ct)
    {
        using var reader = text.Read();
        using var table = DelimitedReader.WithHeader(file, reader, delimiter, columns);
        while (Next(table) is { } next)
        {
            ct.ThrowIfCancellationRequested();
            yield return next as FileRecord ?? Row(table, columns);
        }
    }

    /// <summary>True for a row, null at the end; a row that is no row is lost, and the next one follows.</summary>
    private static object? Next(DelimitedReader table)
    {
        try { return table.Read() ? true : null; }
        catch (ImportException wrong)
        {
            return new FileRecord.Lost(wrong.Place ?? "the table", Sentence(wrong));
        }
    }

    private static string Sentence(ImportException wrong)
    {
        var problem = wrong.Message[(wrong.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        return $"It {problem}";
    }

    private static FileRecord Row(DelimitedReader table, string[] columns)
    {
        var cells = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var at = 0; at < columns.Length; at++) cells[columns[at]] = SpreadsheetCell.Unguard(table.Text(at));
        return RecordFields.Read(
            FormattableString.Invariant($"line {table.Line}"), JsonSerializer.SerializeToElement(cells, JsonSerializerOptions.Default));
    }
}
