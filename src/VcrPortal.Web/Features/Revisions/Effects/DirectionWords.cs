using System.Text.RegularExpressions;

namespace VcrPortal.Web.Features.Revisions.Effects;

/// <summary>Which way a sentence says that something goes. It knows no grammar: the word of direction nearest to the name counts, so a
/// sentence that nests several may be read wrong, and the person who reads the hint decides. Pure.</summary>
internal static partial class DirectionWords
{
    /// <returns>1 where it rises, -1 where it falls, 0 where the text does not name it or says neither.</returns>
    public static int SignOf(string name, string text)
    {
        var (nearest, sign) = (int.MaxValue, 0);
        var words = Words().Matches(text);
        foreach (var (start, end) in Mentions(name, text))
            foreach (Match word in words)
            {
                var distance = word.Index >= end ? word.Index - end : start - (word.Index + word.Length);
                if (distance >= 0 && distance < nearest) (nearest, sign) = (distance, word.Groups["up"].Success ? 1 : -1);
            }
        return sign;
    }

    /// <summary>ETS1 is not named by ETS10.</summary>
    private static IEnumerable<(int Start, int End)> Mentions(string name, string text)
    {
        for (var at = 0; name.Length > 1 && (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
            if (!IsWord(text, at - 1) && !IsWord(text, at + name.Length)) yield return (at, at + name.Length);
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    // The stems by which reports and reasons say which way something goes.
    [GeneratedRegex(@"\b(?:(?<up>rise|rising|rose|increas|activat|stimulat|promot|raise|raising|induc|gain|upregulat|elevat|stabilis)"
        + @"|(?<down>fall|fell|decreas|inactivat|deactivat|inhibit|lower|reduc|suppress|lose|losing|loss"
        + "|downregulat|block|repress|degrad|destabilis))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
