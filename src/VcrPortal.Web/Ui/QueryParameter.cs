using System.Globalization;

namespace VcrPortal.Web.Ui;

/// <summary>
/// What stands in an address is typed, cut and mangled by people and programs. It is taken as text and read here: what cannot be read is
/// as if it were not there, and no address makes a page fail.
/// </summary>
internal static class QueryParameter
{
    /// <summary>Longer words are cut: no name here is as long, and links made of them would not hold.</summary>
    public const int MostCharacters = 200;

    /// <summary>A search of many parts, each with its field.</summary>
    public const int MostOfSearch = 500;

    /// <summary>No list goes on so far; the lists themselves end earlier.</summary>
    public const int MostPages = 1_000_000;

    /// <summary>The page of a list, from 1.</summary>
    public static int Page(string? typed) => Math.Clamp(Number(typed) ?? 1, 1, MostPages);

    /// <summary>A whole number; one that is too large is the largest there is. Null when it is none.</summary>
    public static int? Number(string? typed) =>
        decimal.TryParse(typed, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    /// <summary>Words as a database can compare them: without control characters and blanks around them. Null when nothing is
    /// left.</summary>
    public static string? Text(string? typed) => Text(typed, MostCharacters);

    /// <summary>A search as somebody typed it.</summary>
    public static string? Search(string? typed) => Text(typed, MostOfSearch);

    /// <summary>One of a few words, in any case; the first of them where it is none.</summary>
    public static T Word<T>(string? typed) where T : struct, Enum =>
        IsWord<T>(typed) ? Enum.Parse<T>(typed!, ignoreCase: true) : default;

    /// <summary>True for one of them.</summary>
    public static bool IsWord<T>(string? typed) where T : struct, Enum =>
        typed is { Length: > 0 } && char.IsAsciiLetter(typed[0]) && Enum.TryParse<T>(typed, ignoreCase: true, out var word)
            && Enum.IsDefined(word);

    private static string? Text(string? typed, int most)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var words = new string([.. typed.Take(most).Where(c => !char.IsControl(c))]).Trim();
        return words.Length == 0 ? null : words;
    }
}
