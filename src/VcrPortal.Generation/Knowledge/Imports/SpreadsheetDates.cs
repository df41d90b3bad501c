namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>The warning about genes that a spreadsheet turned into dates.</summary>
internal static class SpreadsheetDates
{
    private const int Named = 5;

    /// <returns>Null for none.</returns>
    public static string? Describe(IReadOnlyCollection<string> dates) => dates.Count == 0 ? null
        : $"{(dates.Count == 1 ? "1 name looks" : $"{dates.Count} names look")} like genes that a spreadsheet turned into dates: "
            + $"{string.Join(", ", dates.Take(Named))}{(dates.Count > Named ? ", \u2026" : "")}. Take the table from its source "
            + $"again: which gene each was cannot be told (1-Mar is MARCHF1 or MTARC1).";
}
