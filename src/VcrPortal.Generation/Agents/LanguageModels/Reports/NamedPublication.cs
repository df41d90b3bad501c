using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Agents.LanguageModels.Reports;

/// <summary>A publication that a text names by itself, without a number of evidence: "PMID 12345678", "[12345678]",
/// "doi:10.1000/x".</summary>
/// <param name="Name">The name by which a reader is told of it.</param>
/// <param name="Key">What stands in identifiers and texts of evidence: the digits, or the DOI.</param>
internal sealed partial record NamedPublication(string Name, string Key)
{
    /// <summary>In written order, each once.</summary>
    public static IReadOnlyList<NamedPublication> In(string text)
    {
        // Asked of every sentence that a model streams: most hold no number, or only those of their evidence.
        return !HoldsLongNumber(text) ? [] : [.. Pattern().Matches(text).SelectMany(From).Distinct()];
    }

    // Whatever the pattern finds has so many digits together.
    private static bool HoldsLongNumber(ReadOnlySpan<char> text)
    {
        const int shortest = 4;
        while (text.IndexOfAnyInRange('0', '9') is var at and >= 0)
        {
            text = text[at..];
            var digits = text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length;
            if (digits >= shortest) return true;
            text = text[digits..];
        }
        return false;
    }

    /// <summary>Whether a source returned it: as the thing itself, or named in what it says.</summary>
    public bool IsIn(EvidenceItem item) => Holds(item.Identifier) || Holds(item.Url) || Holds(item.Title) || Holds(item.Passage);

    private static IEnumerable<NamedPublication> From(Match match)
    {
        if (match.Groups["doi"] is { Success: true, Value: var doi })
            return [new($"doi {doi.TrimEnd(Closing)}", doi.TrimEnd(Closing))];
        if (match.Groups["pmc"] is { Success: true, Value: var pmc }) return [new($"PMC{pmc}", $"PMC{pmc}")];
        return DigitsPattern().Matches(match.Groups["pmids"].Value).Select(m => new NamedPublication($"PMID {m.Value}", m.Value));
    }

    private static readonly char[] Closing = ['.', ',', ';', ':', ')', '*', '_', '"', '\u201d'];

    private bool Holds(string? text)
    {
        if (text is null) return false;
        for (var at = text.IndexOf(Key, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(Key, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + Key.Length;
            if ((at == 0 || !char.IsAsciiDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]))) return true;
        }
        return false;
    }

    [GeneratedRegex(
        @"\b(?:PMIDs?|PubMed(?:\s+IDs?)?)\s*[:#]?\s*(?<pmids>\d{4,9}(?:\s*(?:,|;|and|&)\s*\d{4,9})*)|\bPMC(?<pmc>\d{4,9})\b"
        + @"|\[\s*(?<pmids>\d{7,9}(?:\s*[,;]\s*\d{7,9})*)\s*\]|\b(?<doi>10\.\d{4,9}/[^\s""<>\[\]|]{1,200})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\d{4,9}", RegexOptions.CultureInvariant)]
    private static partial Regex DigitsPattern();
}
