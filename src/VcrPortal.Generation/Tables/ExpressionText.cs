using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Imports;

namespace VcrPortal.Generation.Tables;

/// <summary>Writes a table of differential expression, as people and spreadsheets leave it, as plain CSV for DuckDB: UTF-8, commas, points
/// before decimals, empty where nothing is known. A cell that is no number is refused with its line.</summary>
internal static class ExpressionText
{
    // Columns of a measured table that hold numbers, by their place.
    private const int FoldChange = 1, Adjusted = 2, Cells = 4, Dose = 6;

    private const int Label = 2; // of a labelled table

    /// <returns>Whether the table is of labels, and what is odd about it.</returns>
    /// <exception cref="ImportException">A column is missing, or a row cannot be read.</exception>
    public static (bool IsLabelled, ImmutableArray<string> Warnings) Write(
        SourceFile file, string path, string[] labelled, string[] measured, CancellationToken ct)
    {
        var counts = new ImportCounts(file.Name);
        using var head = file.OpenText(counts);
        var isLabelled = TableHeader.FindDelimiter(head.ReadLine() ?? "", ["label"]) is not null;
        var columns = isLabelled ? labelled : measured;
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), ',', columns);
        var dates = new SortedSet<string>(StringComparer.Ordinal);
        using (var plain = new StreamWriter(path, append: false, new UTF8Encoding(false)))
        {
            plain.Write(string.Join(',', columns) + "\n");
            var gene = Array.IndexOf(columns, isLabelled ? "gene" : "gene_name");
            while (rows.Read())
            {
                if (rows.Line % 65536 == 0) ct.ThrowIfCancellationRequested();
                if (rows.Span(gene).Contains('-') && WrittenCell.IsDate(rows.Text(gene))) dates.Add(rows.Text(gene));
                if (isLabelled && rows.Span(Label) is not ("0" or "1")) throw rows.Wrong(
                    $"the label is \u201c{rows.Text(Label)}\u201d; it must be 0 or 1.");
                for (var i = 0; i < columns.Length; i++)
                    plain.Write((i == 0 ? "" : ",") + Quoted(isLabelled ? rows.Text(i) : Measured(rows, i, columns[i])));
                plain.Write('\n');
            }
        }
        if (SpreadsheetDates.Describe(dates) is { } warning) counts.Warn(warning);
        return (isLabelled, counts.Outcome("").Warnings);
    }

    private static string Measured(DelimitedReader rows, int column, string name)
    {
        if (column is not (FoldChange or Adjusted or Cells or Dose)) return rows.Text(column);
        if (rows.Optional(column) is not { } written) return "";
        if (!WrittenCell.TryNumber(written, out var number))
            throw rows.Wrong($"{name} is \u201c{written}\u201d, which is no number. Write it with a point before decimals, or "
                + $"leave it empty.");
        if (double.IsNaN(number)) return "";
        return column == Cells ? number.ToString("F0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Quoted(string cell) => cell.Length == 0 ? "" : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
