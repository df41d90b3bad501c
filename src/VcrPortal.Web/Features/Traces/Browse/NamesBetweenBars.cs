using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

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

    /// <summary>The sets that traces have in <see cref="TraceRow.Kinds"/>: hundreds in a million traces. SQLite would read a whole index to
    /// tell which; here it jumps from each to the next. Null where a database has no such way.</summary>
    public static IQueryable<string>? OfKinds(PortalDb db) => Jumping(db, nameof(TraceRow.Kinds));

    /// <summary>The same of <see cref="TraceRow.Ends"/>.</summary>
    public static IQueryable<string>? OfEnds(PortalDb db) => Jumping(db, nameof(TraceRow.Ends));

    private static IQueryable<string>? Jumping(PortalDb db, string column) =>
        db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<string>(FromEachToTheNext.Replace("COLUMN", column, StringComparison.Ordinal)) : null;

    private const string FromEachToTheNext =
        """
        WITH RECURSIVE sets(one) AS (
            SELECT MIN("COLUMN") FROM "Traces"
            UNION ALL SELECT (SELECT MIN("COLUMN") FROM "Traces" WHERE "COLUMN" > one) FROM sets WHERE one IS NOT NULL)
        SELECT one AS "Value" FROM sets WHERE one IS NOT NULL
        """;
}
