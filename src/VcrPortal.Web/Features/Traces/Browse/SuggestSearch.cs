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
public sealed class SuggestSearch(SearchNames names, KnowledgeIndex index, UnderstandSearch understand)
{
    public const int Rows = 10;
    public const int TextLength = 200;

    /// <summary>Words at the end that may be one name.</summary>
    private const int LongestName = 4;

    public ImmutableArray<SearchSuggestion> Run(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > TextLength) return [];
        if (understand.Run(typed).Parts is [SearchPart.OneTrace { IsExcluded: false } one] && !char.IsAsciiDigit(typed.TrimStart()[0]))
            return [Suggest((one.Number, one.Revision))];
        var words = TypedWord.Read(typed);
        if (words is [.., var word] && SuggestValues.For(word, names, index) is { } values)
            return [.. values.Select(value => SuggestValue(value, typed[..word.At.Start] + (word.IsExcluded ? "-" : "")))];
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
        IEnumerable<SearchName> found =
        [
            .. exact is null ? Array.Empty<SearchName>() : [exact],
            .. index.CompoundsBeginning(text, Rows / 2).Select(SearchNames.For),
            .. index.LinesBeginning(text, 3).Select(SearchNames.For),
            .. names.Beginning(wanted, Rows / 2),
            .. index.GenesBeginning(text, 3).Select(gene => SearchNames.For(gene)),
        ];
        return [.. found.DistinctBy(n => (n.Field, n.Label)).Take(Rows)];
    }

    private static SearchSuggestion Suggest(SearchName name, string before)
    {
        var value = $"{before.Trim()} {(IsRead(name) ? name.Label : name.Field.Write(name.Label))}".Trim();
        return new(name.Label, name.Field.Title(), name.Detail, value, PortalUrls.Search(value));
    }

    private static SearchSuggestion SuggestValue(SearchName name, string before)
    {
        var value = before + name.Field.Write(name.Label);
        return new(name.Label, name.Field.Title(), name.Detail, value, PortalUrls.Search(value));
    }

    private static SearchSuggestion Suggest((int Number, int? Revision) trace)
    {
        var name = PortalUrls.Accession(trace.Number);
        return trace.Revision is { } revision
            ? new($"{name}@{revision}", "revision of a trace", "", $"{name}@{revision}", PortalUrls.Trace(trace.Number, revision))
            : new(name, "trace", "", name, PortalUrls.Trace(trace.Number));
    }

    /// <summary>A disease is read by its word; everything else by its field, so that it cannot be misread.</summary>
    private static bool IsRead(SearchName name) =>
        name.Field is SearchField.Compound or SearchField.CellLine or SearchField.Gene or SearchField.Disease or SearchField.Alteration
            or SearchField.Mechanism;
}
