using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

public class NewRowsTests
{
    [Fact]
    public async Task Insert_WritesInEveryColumnWhatTheFrameworkWrites()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Traces.Add(Row(1));
        await db.SaveChangesAsync();
        await db.InsertAsync([Row(2), Row(3)], default);
        await transaction.CommitAsync();
        var rows = await ReadAsync(db);
        Assert.Equal(3, rows.Count);
        Assert.Equal(rows[0], rows[1]);
        Assert.Equal(rows[0], rows[2]);
    }

    private static TraceRow Row(int number) => new()
    {
        Number = number,
        Title = "Müller's \"title\"",
        TitleFolded = "title",
        Compound = "Binimetinib",
        CellLine = null,
        Engine = "imported",
        OwnerKey = "ed",
        State = TraceState.Published,
        IsPrivate = true,
        Supported = 7,
        CreatedAt = new DateTime(2026, 3, 1, 9, 0, 0, 123, DateTimeKind.Utc),
        ChangedAt = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc),
        Version = 1,
    };

    /// <summary>All columns as the database has them, but for the number.</summary>
    private static async Task<List<List<object>>> ReadAsync(PortalDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT * FROM Traces ORDER BY Number";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<List<object>>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Number").Select(reader.GetValue)]);
        return rows;
    }
}
