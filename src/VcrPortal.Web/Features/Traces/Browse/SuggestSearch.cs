using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>One row below the search box.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Id">Its kind, in words.</param>
/// <param name="Detail">What tells it from others.</param>
/// <param name="Value">The whole search with it.</param>
/// <param name="Href">Where it leads, for those who choose it in the palette.</param>
public sealed record SearchSuggestion(string Name, string Id, string Detail, string Value, string Href);

/// <summary>What somebody may mean who is typing: names that begin as the last words do, of every kind, the exact one first. From memory
/// alone.</summary>
public sealed class SuggestSearch(SearchNames names, KnowledgeIndex index)
{
    public const int Rows = 10;
    public const int TextLength = 200;

    /// <summary>Words at the end that may be one name.</summary>
    private const int LongestName = 4;

    public ImmutableArray<SearchSuggestion> Run(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > TextLength) return [];
        if (typed.TrimStart().StartsWith("v", StringComparison.OrdinalIgnoreCase)
            && PortalUrls.TryParseAccession(typed.Trim()) is { } number)
            return [new(PortalUrls.Accession(number), "trace", "", PortalUrls.Accession(number), PortalUrls.Trace(number))];
        var words = TypedWord.Read(typed);
        // The longest end that begins a name: "melanoma MEK inh" is "melanoma" and a name that begins with "MEK inh".
        for (var take = Math.Min(LongestName, words.Length); take > 0; take--)
        {
            var last = words[^take..];
            if (!last.All(w => w.IsPlain)) continue;
            var found = Named(string.Join(' ', last.Select(w => w.Text)));
            if (!found.IsEmpty) return [.. found.Select(name => Suggest(name, typed[..last[0].At.Start]))];
        }
        return words is [.., { IsPlain: true } end] && names.Nearest(end.Text) is { } near ? [Suggest(near, typed[..end.At.Start])] : [];
    }

    private ImmutableArray<SearchName> Named(string text)
    {
        var wanted = NameFolding.Fold(text);
        if (wanted.Length == 0) return [];
        var exact = names.Find(text);
        var others = names.All.Where(o => o.Name.Field != SearchField.Primitive
            && o.Spellings.Any(s => NameFolding.Fold(s).StartsWith(wanted, StringComparison.Ordinal))).Select(o => o.Name).Take(Rows / 2);
        IEnumerable<SearchName> found =
        [
            .. exact is null ? Array.Empty<SearchName>() : [exact],
            .. index.SuggestCompounds(text, Rows / 2).Where(c => Begins(wanted, [c.Name, .. c.Synonyms])).Select(SearchNames.For),
            .. index.SuggestLines(text, 3).Where(l => Begins(wanted, [l.Name, .. l.Synonyms])).Select(SearchNames.For),
            .. others,
            .. index.SuggestGenes(text, 3).Where(g => Begins(wanted, [g.Symbol, .. g.Synonyms])).Select(SearchNames.For),
        ];
        return [.. found.DistinctBy(n => (n.Field, n.Label)).Take(Rows)];
    }

    /// <summary>The lists also offer what is merely near; here a nearer one may be of another kind.</summary>
    private static bool Begins(string wanted, IEnumerable<string> spellings) =>
        spellings.Any(s => NameFolding.Fold(s).StartsWith(wanted, StringComparison.Ordinal));

    private static SearchSuggestion Suggest(SearchName name, string before)
    {
        var value = $"{before.Trim()} {(IsRead(name) ? name.Label : name.Field.Write(name.Label))}".Trim();
        return new(name.Label, name.Field.Title(), name.Detail, value, PortalUrls.Search(value));
    }

    /// <summary>A disease is read by its word; everything else by its field, so that it cannot be misread.</summary>
    private static bool IsRead(SearchName name) =>
        name.Field is SearchField.Compound or SearchField.CellLine or SearchField.Gene or SearchField.Disease or SearchField.Alteration
            or SearchField.Mechanism;
}
