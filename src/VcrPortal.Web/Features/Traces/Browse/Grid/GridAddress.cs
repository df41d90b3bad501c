using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse.Grid;

/// <summary>How the table of traces stands, in the words of its address: <c>sort=supported&amp;order=up&amp;columns=finding</c>. What an
/// address says that is none of these words is as if it were not said.</summary>
internal static class GridAddress
{
    public const string Trace = "Trace", Finding = "Finding", Tissue = "Tissue", Supported = "Supported claims", Against = "Against",
        Review = "Review", Discussed = "Discussed", Engine = "Engine", Changed = "Changed";

    public const string Up = "up", Down = "down";

    private const string NoColumn = "none";

    /// <summary>Columns that can be left out, in their order.</summary>
    public static ImmutableArray<string> Choosable { get; } = [Finding, Tissue, Supported, Against, Review, Discussed, Engine, Changed];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Trace, .. Choosable];

    private static readonly FrozenSet<string> HiddenAtFirst = FrozenSet.Create(Tissue, Review, Discussed, Engine);

    private static readonly FrozenDictionary<string, TraceSort> Sorts = new Dictionary<string, TraceSort>
    {
        [Trace] = TraceSort.Name,
        [Supported] = TraceSort.Supported,
        [Against] = TraceSort.Disputed,
        [Discussed] = TraceSort.Discussed,
        [Changed] = TraceSort.Newest,
    }.ToFrozenDictionary();

    /// <param name="columns">Those that are shown; null where the address does not say it.</param>
    public static FrozenSet<string> HiddenIn(string? columns)
    {
        if (columns is null) return HiddenAtFirst;
        var shown = columns.Split(',');
        return Choosable.Where(c => !shown.Contains(WordOf(c))).ToFrozenSet();
    }

    /// <returns>Null for the columns that stand there at first.</returns>
    public static string? ColumnsWithout(FrozenSet<string> hidden) =>
        hidden.SetEquals(HiddenAtFirst) ? null
        : hidden.Count == Choosable.Length ? NoColumn : string.Join(',', Choosable.Where(c => !hidden.Contains(c)).Select(WordOf));

    /// <summary>The column that an order of lists stands for; null where none does.</summary>
    public static string? ColumnOf(TraceSort sort) => Sorts.FirstOrDefault(s => s.Value == sort).Key;

    /// <returns>Null for a column that cannot be sorted by.</returns>
    public static TraceSort? SortOf(string column) => Sorts.TryGetValue(column, out var sort) ? sort : null;

    /// <summary>Names stand in order and the most first, unless an address says otherwise.</summary>
    public static bool IsTurned(TraceSort sort, string? order) => ColumnOf(sort) is not null && order switch
    {
        Up => sort != TraceSort.Name,
        Down => sort == TraceSort.Name,
        _ => false,
    };

    /// <summary>How an address says it.</summary>
    public static string? OrderOf(TraceSort sort, bool isTurned) =>
        ColumnOf(sort) is null ? null : isTurned == (sort == TraceSort.Name) ? Down : Up;

    /// <summary>The order after a press on the head of a column: first the most, or the names from A, and then turned round.</summary>
    public static (TraceSort Sort, bool IsTurned) Pressed(string column, TraceSort sort, bool isTurned) =>
        SortOf(column) is not { } wanted ? (sort, isTurned) : wanted == sort ? (sort, !isTurned) : (wanted, false);

    private static string WordOf(string column) => column.Split(' ')[0].ToLowerInvariant();
}
