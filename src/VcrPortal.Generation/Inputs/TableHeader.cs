namespace VcrPortal.Generation.Inputs;

/// <summary>The first line of a table whose cells are parted by commas, tabs or semicolons. Spreadsheets write the last where a comma
/// stands before decimals.</summary>
public static class TableHeader
{
    private static readonly char[] Delimiters = [',', '\t', ';'];

    /// <summary>Names of columns, without quotes.</summary>
    public static string[] Cells(string line, char delimiter) =>
        [.. line.TrimStart('\uFEFF').Split(delimiter).Select(cell => cell.Trim().Trim('"').Trim())];

    /// <summary>The delimiter by which the line has all of these columns; null where it lacks one by any.</summary>
    /// <param name="likely">Tried first.</param>
    public static char? FindDelimiter(string line, ReadOnlySpan<string> columns, char likely = ',')
    {
        if (HasAll(Cells(line, likely), columns)) return likely;
        foreach (var other in Delimiters)
            if (other != likely && HasAll(Cells(line, other), columns)) return other;
        return null;
    }

    public static string NameOf(char delimiter) => delimiter switch { '\t' => "tabs", ';' => "semicolons", _ => "commas" };

    private static bool HasAll(string[] cells, ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (!cells.Contains(column)) return false;
        return true;
    }
}
