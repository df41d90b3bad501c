namespace VcrPortal.Reasoning.Exports;

/// <summary>Text in a cell of a table that people open in a spreadsheet: what it would run as a formula begins with an apostrophe.
/// </summary>
public static class SpreadsheetCell
{
    public static string Guard(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>What <see cref="Guard"/> was given.</summary>
    public static string Unguard(string cell) => cell is ['\'', ..] && IsFormula(cell) ? cell[1..] : cell;

    // Spreadsheets take the full-width forms for the plain ones and look past blanks; a reader that knows no quoted cells drops quotes.
    // An apostrophe is looked past so that one of the author's is told from ours.
    private static bool IsFormula(string text)
    {
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('"' or '\''))
                return c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
        return false;
    }
}
