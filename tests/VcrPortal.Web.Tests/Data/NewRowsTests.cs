using Microsoft.Data.Sqlite;
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

    [Fact]
    public async Task AStatement_BindsEachKindOfValueAsTheFrameworksOwnCommandsDo()
    {
        object?[] values =
        [
            null, "", "Müller's β-catenin", new string('x', 20_000), 0, -7, int.MaxValue, 5_000_000_000L, true, false, 0.25,
            new byte[] { 1, 0, 255 }, new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc),
            new DateTime(2026, 3, 1, 9, 0, 0, 123, DateTimeKind.Utc), new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
        ];
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE Kinds (Way TEXT, Value)");
        using (var ours = new SqliteStatement(db, "INSERT INTO Kinds VALUES ('ours', ?)"))
            foreach (var value in values)
            {
                ours.Bind(1, value);
                ours.Run();
            }
        foreach (var value in values)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "INSERT INTO Kinds VALUES ('theirs', $value)";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("$value", value ?? DBNull.Value);
            command.Parameters.Add(parameter);
            await command.ExecuteNonQueryAsync();
        }
        string[] Stored(string way) => [.. db.Database.SqlQuery<string>(
            $"SELECT typeof(Value) || ' ' || quote(Value) AS Value FROM Kinds WHERE Way = {way} ORDER BY rowid")];
        Assert.Equal(values.Length, Stored("ours").Length);
        Assert.Equal(Stored("theirs"), Stored("ours"));
    }

    [Fact]
    public async Task AStatementThatCannotBeDone_SaysSo_AndWhatNoColumnHoldsIsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE Once (Value INTEGER PRIMARY KEY)");
        using var insert = new SqliteStatement(db, "INSERT INTO Once VALUES (?)");
        insert.Bind(1, 1);
        insert.Run();
        Assert.Contains("UNIQUE", Assert.Throws<SqliteException>(insert.Run).Message);
        Assert.Throws<NotSupportedException>(() => insert.Bind(1, 1m));
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
