namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>A set of names in one column, where one of them is found by <c>|name|</c>: the same set is the same text.</summary>
internal static class NamesBetweenBars
{
    /// <summary>Whole names only, as many as <see cref="TraceRow.LongestKinds"/> holds: an explanation has a dozen.</summary>
    public static string From(IEnumerable<string> names)
    {
        var set = "|";
        foreach (var name in names.Where(n => n.Length > 0).Select(n => n.Replace('|', ' ')).Order(StringComparer.Ordinal))
            if (set.Length + name.Length < TraceRow.LongestKinds) set += $"{name}|";
        return set;
    }
}
