using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Bench.Browse;

/// <summary>The statements that browsing takes, written by hand over a plain connection that stays open.</summary>
internal sealed class HandWritten(PortalDb db) : IDisposable
{
    private const string Listed = "t.IsPrivate = 0 AND t.State <> 'Discarded' AND t.KnowsTooLittle = 0";

    private const string Columns =
        "t.Number, t.Title, t.Compound, t.CellLine, t.Organ, t.State, t.Revision, t.Supported, t.Refuted, t.Undetermined, t.NotTestable, "
        + "t.SameSource, t.Disputed, t.Dependent, t.Direct, t.Path, t.Engine, t.ChangedAt, t.IsPrivate, t.KnowsTooLittle, t.Finding, "
        + "t.Review, t.Comments, t.Votes";

    private static readonly string[] Facets = ["Compound", "CellLine", "Organ", "Engine", "Kinds", "Ends"];

    /// <summary>What the facets whose values are known beforehand count, in one pass.</summary>
    private static readonly string Sums = string.Join(", ", ((string[])[
        "t.Direct <> 0", "t.Elsewhere <> 0", "t.Refuted <> 0", "t.Disputed <> 0", "t.Undetermined <> 0", "t.NotTestable <> 0",
        .. ((string[])["None", "Little", "Some", "Half", "Most"]).Select(v => $"t.Judged = '{v}'"),
        .. ((string[])["Unreviewed", "InReview", "Accepted", "Disputed", "Rejected", "Retracted"]).Select(v => $"t.Review = '{v}'"),
        .. ((string[])["None", "Few", "Many"]).Select(v => $"t.Voted = '{v}'"), "t.Opposed <> 0", "t.Comments <> 0", "t.Commented = 'None'",
    ]).Select(has => $"SUM(CASE WHEN {has} THEN 1 ELSE 0 END)"));

    private readonly DbConnection _connection = Open(db);

    /// <returns>How many there are, and the numbers of the page.</returns>
    public (int Total, List<int> Page) Browse(BrowseSearch search)
    {
        var total = Convert.ToInt32(Scalar(Counted(search)), null);
        var skip = (search.Query.Page - 1) * 50;
        var page = Rows(
            $"SELECT {Columns} FROM Traces t WHERE {Listed} AND {search.Where} ORDER BY {search.Order} "
            + (db.Database.IsSqlite() ? $"LIMIT 50 OFFSET {skip}" : $"OFFSET {skip} ROWS FETCH NEXT 50 ROWS ONLY"));
        return (total, page.ConvertAll(row => Convert.ToInt32(row[0], null)));
    }

    /// <summary>Up to where a page counts.</summary>
    private string Counted(BrowseSearch search)
    {
        const int most = SearchTraces.MostCounted + 1;
        return db.Database.IsSqlite()
            ? $"SELECT COUNT(*) FROM (SELECT t.Number FROM Traces t WHERE {Listed} AND {search.Where} LIMIT {most})"
            : $"SELECT COUNT(*) FROM (SELECT TOP {most} t.Number FROM Traces t WHERE {Listed} AND {search.Where}) c";
    }

    public int CountFacets(BrowseSearch search)
    {
        var values = Facets.Sum(column => Rows(
            $"SELECT t.{column}, COUNT(*) FROM Traces t WHERE {Listed} AND {search.Where} GROUP BY t.{column}").Count);
        return values + Rows($"SELECT {Sums} FROM Traces t WHERE {Listed} AND {search.Where}").Count;
    }

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private List<object[]> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static DbConnection Open(PortalDb db)
    {
        db.Database.OpenConnection();
        return db.Database.GetDbConnection();
    }

    public void Dispose() => db.Dispose();
}
