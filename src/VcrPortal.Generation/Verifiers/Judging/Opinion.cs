using System.Text.RegularExpressions;

namespace VcrPortal.Generation.Verifiers.Judging;

/// <summary>What a model thinks of one claim: <c>consistent</c>, <c>falsified</c> or <c>inconclusive</c>.</summary>
/// <param name="Reason">Hostile text without addresses, at most 300 characters.</param>
internal sealed partial record Opinion(string Claim, string Word, string Reason)
{
    private const int LongestLine = 1_000, LongestReason = 300;

    /// <summary>Reads the first opinion on each claim; what is no opinion in the form that was asked for is passed over.</summary>
    public static Dictionary<string, Opinion> Read(string answer)
    {
        var opinions = new Dictionary<string, Opinion>(StringComparer.Ordinal);
        foreach (var line in answer.Split('\n', StringSplitOptions.TrimEntries).Where(l => l.Length <= LongestLine))
            if (LinePattern().Match(line.TrimStart('-', '*', ' ')) is { Success: true } match)
                opinions.TryAdd(match.Groups["id"].Value, new(
                    match.Groups["id"].Value, match.Groups["word"].Value.ToLowerInvariant(), Plain(match.Groups["reason"].Value)));
        return opinions;
    }

    private static string Plain(string written)
    {
        var plain = AddressPattern().Replace(written, "(address left out)").Trim();
        return plain.Length > LongestReason ? plain[..LongestReason] + "\u2026" : plain;
    }

    [GeneratedRegex(
        @"^(?<id>n\d{1,4}):?\s+(?<word>consistent|falsified|inconclusive)\s+because\s+(?<reason>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\S*(?:://|www\.)\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
