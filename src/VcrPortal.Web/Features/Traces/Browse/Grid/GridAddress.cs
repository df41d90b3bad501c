using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse.Grid;

/// <summary>How the table of traces stands, in the words of its address: <c>sort=supported&amp;order=up&amp;columns=finding</c>. What an
/// address says that is none of these words is as if it were not said.</summary>
internal static class GridAddress
{
    public const string Trace = "Trace", Finding = "Finding", Tissue = "Tissue", Supported = "Supported claims", Against = "Against",
        Engine = "Engine", Changed = "Changed";

    public const string Up = "up", Down = "down";

    private const string NoColumn = "none";

    /// <summary>Columns that can be left out, in their order.</summary>
    public static ImmutableArray<string> Choosable { get; } = [Finding, Tissue, Supported, Against, Engine, Changed];

    private static readonly FrozenSet<string> HiddenAtFirst = FrozenSet.Create(Tissue, Engine);

    private static readonly FrozenDictionary<string, TraceSort> Sorts = new Dictionary<string, TraceSort>
    {
        [Trace] = TraceSort.Name,
        [Supported] = TraceSort.Supported,
        [Against] = TraceSort.Disputed,
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

    /// <summary>Lists put names in order and the most first.</summary>
    public static bool IsDescending(TraceSort sort, string? order) => order switch
    {
        Up => false,
        Down => true,
        _ => sort != TraceSort.Name,
    };

    /// <summary>The orders of lists put the most first: a column that rises turns them round.</summary>
    public static (TraceSort Sort, bool IsTurned) OrderOf(string? column, bool isDescending) =>
        column is not null && Sorts.TryGetValue(column, out var sort)
            ? (sort, sort == TraceSort.Name ? isDescending : !isDescending) : (TraceSort.Best, false);

    private static string WordOf(string column) => column.Split(' ')[0].ToLowerInvariant();
}
