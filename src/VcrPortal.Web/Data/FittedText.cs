using System.Globalization;

namespace VcrPortal.Web.Data;

/// <summary>Text for columns of limited length.</summary>
internal static class FittedText
{
    /// <summary>At most so many characters, cut between whole characters and marked with an ellipsis.</summary>
    public static string Fit(this string text, int length)
    {
        if (text.Length <= length) return text;
        var cut = length - 1;
        if (char.IsHighSurrogate(text[cut - 1])) cut--;
        return string.Concat(text.AsSpan(0, cut), "…");
    }

    /// <summary>The text as it is compared in searches: trimmed, one space between words, lower case.</summary>
    public static string ToSearchForm(this string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLower(CultureInfo.InvariantCulture);
}
