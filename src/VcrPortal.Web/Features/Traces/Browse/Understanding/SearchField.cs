using System.Collections.Frozen;
using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>What a part of a search is about.</summary>
public enum SearchField
{
    Words, Trace, Compound, CellLine, Gene, Group, Target, Mechanism, Tissue, Disease, Alteration, Pathway, Phenotype, Primitive,
    Actor, Direction, Engine, State, Verdict, End, Judged, Review, Votes, Comments,
}

/// <summary>The words of the fields: <c>line:C32</c>.</summary>
public static class SearchFields
{
    private static readonly FrozenDictionary<string, SearchField> ByWord = new Dictionary<string, SearchField>
    {
        ["text"] = SearchField.Words,
        ["report"] = SearchField.Words,
        ["trace"] = SearchField.Trace,
        ["vct"] = SearchField.Trace,
        ["id"] = SearchField.Trace,
        ["compound"] = SearchField.Compound,
        ["drug"] = SearchField.Compound,
        ["line"] = SearchField.CellLine,
        ["cell"] = SearchField.CellLine,
        ["cell-line"] = SearchField.CellLine,
        ["gene"] = SearchField.Gene,
        ["group"] = SearchField.Group,
        ["family"] = SearchField.Group,
        ["complex"] = SearchField.Group,
        ["target"] = SearchField.Target,
        ["mechanism"] = SearchField.Mechanism,
        ["moa"] = SearchField.Mechanism,
        ["tissue"] = SearchField.Tissue,
        ["organ"] = SearchField.Tissue,
        ["disease"] = SearchField.Disease,
        ["alteration"] = SearchField.Alteration,
        ["mutation"] = SearchField.Alteration,
        ["pathway"] = SearchField.Pathway,
        ["phenotype"] = SearchField.Phenotype,
        ["kind"] = SearchField.Primitive,
        ["primitive"] = SearchField.Primitive,
        ["actor"] = SearchField.Actor,
        ["direction"] = SearchField.Direction,
        ["engine"] = SearchField.Engine,
        ["state"] = SearchField.State,
        ["verdict"] = SearchField.Verdict,
        ["end"] = SearchField.End,
        ["judged"] = SearchField.Judged,
        ["review"] = SearchField.Review,
        ["votes"] = SearchField.Votes,
        ["comments"] = SearchField.Comments,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>One word for each, as a sentence lists them.</summary>
    public static ImmutableArray<string> Words { get; } =
        [.. Enum.GetValues<SearchField>().Select(f => f.Word()).Where(ByWord.ContainsKey).Order(StringComparer.Ordinal)];

    /// <summary>Every word that may stand before a colon.</summary>
    public static IEnumerable<string> Spellings => ByWord.Keys;

    /// <returns>Null for a word that names no field: <c>GO:0006915</c> is an id.</returns>
    public static SearchField? Parse(string word) => ByWord.TryGetValue(word, out var field) ? field : null;

    /// <summary>How it is typed.</summary>
    public static string Word(this SearchField field) => field switch
    {
        SearchField.Words => "text",
        SearchField.CellLine => "line",
        SearchField.Primitive => "kind",
        _ => field.ToString().ToLowerInvariant(),
    };

    /// <summary>How a reader is told of it.</summary>
    public static string Title(this SearchField field) => field switch
    {
        SearchField.Words => "text",
        SearchField.CellLine => "cell line",
        SearchField.Group => "family or complex",
        SearchField.Primitive => "kind of claim",
        SearchField.End => "measurable end",
        SearchField.Judged => "claims judged",
        _ => field.ToString().ToLowerInvariant(),
    };

    /// <summary>A value as it is typed after a field: in quotes where it has blanks.</summary>
    public static string Write(this SearchField field, string value)
    {
        var bare = value.Replace('"', ' ').Trim();
        return field.Word() + ":" + (bare.Any(char.IsWhiteSpace) || bare.Length == 0 ? $"\"{bare}\"" : bare);
    }
}
