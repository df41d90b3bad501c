using System.Globalization;

namespace VcrPortal.Generation.Inputs;

/// <summary>Cells as programs and spreadsheets write them.</summary>
public static class WrittenCell
{
    private static readonly string[] Nothing =
        ["NULL", "null", "#N/A", "#N/A N/A", "N/A", "n/a", "NA", "NaN", "nan", "None", "#VALUE!", "#DIV/0!", "#NUM!", "#REF!"];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Nothing, or one of the words by which programs say so.</summary>
    public static bool IsMissing(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return true;
        foreach (var word in Nothing)
            if (cell.SequenceEqual(word)) return true;
        return false;
    }

    /// <summary>A number with a point or a comma before its decimals. "1,234" may be either of two numbers and is neither.</summary>
    public static bool TryNumber(string cell, out double number)
    {
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return true;
        if (cell.TrimStart('-', '+').ToUpperInvariant() is "INF" or "INFINITY")
        {
            number = cell.StartsWith('-') ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }
        return cell.Split(',') is [_, var decimals] && decimals.TakeWhile(char.IsAsciiDigit).Count() is not (0 or 3)
            && double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>"1-Mar", "Sep-02", "2026-03-01": what a spreadsheet makes of MARCHF1 (once MARCH1) and SEPTIN2. No gene is called
    /// so.</summary>
    public static bool IsDate(string cell) => cell.Split('-') switch
    {
        [var day, var month] => (IsDay(day) && IsMonth(month)) || (IsMonth(day) && IsDay(month)),
        [{ Length: 4 } year, var month, var rest] => year.All(char.IsAsciiDigit) && IsDay(month) && IsDay(rest.Split(' ')[0]),
        _ => false,
    };

    private static bool IsDay(string text) => text.Length is 1 or 2 && text.All(char.IsAsciiDigit);

    private static bool IsMonth(string text) => Months.Contains(text.ToLowerInvariant());
}
