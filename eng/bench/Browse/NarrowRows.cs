using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Bench.Browse;

/// <summary>The rows that lists read, again and again under other numbers; without words, terms and texts.</summary>
internal static class NarrowRows
{
    public static async Task MultiplyAsync(IDbContextFactory<PortalDb> databases, int traces, int wanted)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        // Indexes are built at the end, in one go each: row by row a million takes many times as long.
        var indexes = db.Database.IsSqlite() ? await db.Database.SqlQueryRaw<string>(
            "SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Traces' AND sql LIKE 'CREATE INDEX%'")
            .ToListAsync()
            : [];
        foreach (var index in indexes)
        {
            var drop = $"DROP INDEX {index.Split('"')[1]}"; // as the migration named it
            await db.Database.ExecuteSqlRawAsync(drop);
        }
        await CopyAsync<TraceRow>(
            db, nameof(TraceRow.Number), [nameof(TraceRow.ImportHash), nameof(TraceRow.JobNumber)], traces, wanted);
        foreach (var index in indexes) await db.Database.ExecuteSqlRawAsync(index);
    }

    /// <summary>What is read of one trace, for rows that were multiplied: its revisions and its texts.</summary>
    public static async Task MultiplyTextsAsync(IDbContextFactory<PortalDb> databases, int traces, int wanted)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await CopyAsync<TraceRevisionRow>(db, nameof(TraceRevisionRow.TraceNumber), [], traces, wanted);
        await CopyAsync<TraceTextRow>(db, nameof(TraceTextRow.TraceNumber), [], traces, wanted);
        await transaction.CommitAsync();
    }

    /// <param name="number">The column of the trace's number, which each copy has for itself.</param>
    /// <param name="unique">Columns that copies leave empty.</param>
    private static async Task CopyAsync<T>(PortalDb db, string number, string[] unique, int traces, int wanted)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var (table, rest) = (
            type.GetTableName(), string.Join(", ", type.GetProperties().Select(p => p.Name).Except([number, .. unique])));
        for (var copy = 1; copy < wanted / traces; copy++)
            await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture,
                $"INSERT INTO {table} ({number}, {rest}) "
                + $"SELECT {number} + {copy * traces}, {rest} FROM {table} WHERE {number} <= {traces}"));
    }
}
