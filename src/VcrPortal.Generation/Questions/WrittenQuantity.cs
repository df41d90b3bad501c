using System.Text.RegularExpressions;

namespace VcrPortal.Generation.Questions;

/// <summary>Doses and times as people write them: a number above zero and its unit.</summary>
public static partial class WrittenQuantity
{
    /// <summary>Whether a text is a dose, from pM to mM: <c>5 µM</c>, <c>0.5uM</c>.</summary>
    public static bool IsDose(string text) => Dose().IsMatch(text);

    /// <summary>Whether a text is a time, from seconds to days: <c>24 h</c>.</summary>
    public static bool IsTime(string text) => Time().IsMatch(text);

    [GeneratedRegex(@"^(?=.*[1-9])\d{1,6}([.,]\d{1,6})?\s*(pM|nM|uM|µM|μM|mM)$")]
    private static partial Regex Dose();

    [GeneratedRegex(@"^(?=.*[1-9])\d{1,6}([.,]\d{1,6})?\s*(s|min|h|d|hours?|days?)$")]
    private static partial Regex Time();
}
