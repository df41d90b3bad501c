using System.Globalization;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Generation.Agents.LanguageModels.Reports;

/// <summary>
/// Whether what a sentence cites names what the sentence is about: each cited item must name one of the sentence's entities, and where the
/// sentence has others, the perturbation that everything here is about is not enough. A sentence in which nothing is recognised shares a
/// long word with what it cites. A publication that is named without a number is held to the same, and to be in the evidence at all.
/// </summary>
/// <param name="evidence">The evidence by number; it grows while the report is written.</param>
internal sealed partial class CitationCheck(
    EntityRecognizer recognizer, IReadOnlySet<string> asked, IReadOnlyDictionary<int, EvidenceItem> evidence)
{
    /// <summary>Letters of a word that says something of its own.</summary>
    private const int LongWord = 6;

    /// <summary>Things that are not there, of which one sentence tells.</summary>
    private const int MostNamed = 5;

    private readonly Dictionary<int, HashSet<string>> _named = [];

    /// <returns>Null where all is well, or nothing is cited.</returns>
    public string? ProblemOf(string sentence)
    {
        var named = NamedPublication.In(sentence);
        var cited = Citations(sentence);
        if (cited.Count == 0 && named.Count == 0) return null;
        var plain = cited.Count == 0 ? sentence : CitationPattern().Replace(sentence, "");
        var about = Names(plain);
        if (!about.IsSubsetOf(asked)) about.ExceptWith(asked);
        var away = new List<string>();
        string? other = null;
        foreach (var number in cited)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"[{number}]");
            if (!evidence.TryGetValue(number, out var item)) away.Add($"there is no evidence {mark}");
            else other ??= Missing(mark, [item], about, plain);
        }
        foreach (var publication in named)
        {
            var items = evidence.Values.Where(publication.IsIn).ToList();
            if (items.Count == 0) away.Add($"{publication.Name} was not retrieved");
            else other ??= Missing(publication.Name, items, about, plain);
        }
        return away.Count > 0 ? string.Join("; ", away.Take(MostNamed)) : other;
    }

    /// <summary>A word of the report without the links that would lead to evidence that is not there.</summary>
    public string WithoutDeadLinks(string word) => Citations(word).All(evidence.ContainsKey) ? word : CitationPattern().Replace(word,
        m => Citations(m.Value).All(evidence.ContainsKey) ? m.Value : $"\\[{m.Value[1..^1]}\\]");

    private string? Missing(string mark, IReadOnlyList<EvidenceItem> items, HashSet<string> about, string plain)
    {
        if (items.Any(item => about.Count == 0 ? SharesAWord(plain, item) : NamesIn(item).Overlaps(about))) return null;
        var named = string.Join(" or ", about.Order(StringComparer.Ordinal).Take(3));
        return $"{mark} {(about.Count == 0 ? "says nothing of this" : $"does not name {named}")}";
    }

    /// <summary>The numbers that a text cites, each once, in their order.</summary>
    public static IReadOnlyList<int> Citations(ReadOnlySpan<char> text)
    {
        // Asked of every word and sentence that a model streams: most cite nothing.
        if (!text.Contains('[')) return [];
        var numbers = new List<int>();
        foreach (var citation in CitationPattern().EnumerateMatches(text))
        {
            var inside = text.Slice(citation.Index, citation.Length);
            foreach (var digits in NumberPattern().EnumerateMatches(inside))
            {
                var number = int.Parse(inside.Slice(digits.Index, digits.Length), NumberStyles.None, CultureInfo.InvariantCulture);
                if (!numbers.Contains(number)) numbers.Add(number);
            }
        }
        return numbers;
    }

    private HashSet<string> NamesIn(EvidenceItem item) =>
        _named.TryGetValue(item.Number, out var known) ? known : _named[item.Number] = Names(item.Title + "\n" + item.Passage);

    private HashSet<string> Names(string text) => recognizer.Recognize(text).Select(e => e.Name).ToHashSet(StringComparer.Ordinal);

    private static bool SharesAWord(string sentence, EvidenceItem item)
    {
        var said = (item.Title + " " + item.Passage).ToLowerInvariant();
        return WordPattern().Matches(sentence.ToLowerInvariant())
            .Any(w => w.Length >= LongWord && said.Contains(w.Value, StringComparison.Ordinal));
    }

    /// <summary>[3], [3][4], [3, 4] and [3-5], of which the ends are read.</summary>
    [GeneratedRegex(@"\[\d{1,6}(?:\s*[,;\u2013-]\s*\d{1,6})*\]", RegexOptions.CultureInvariant)]
    private static partial Regex CitationPattern();

    [GeneratedRegex(@"\d{1,6}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
