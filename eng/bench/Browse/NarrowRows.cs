using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Bench.Browse;

/// <summary>The rows that lists read, again and again under other numbers; without words, terms and texts.</summary>
internal static class NarrowRows
{
    public static async Task MultiplyAsync(IDbContextFactory<PortalDb> databases, int traces, int wanted)
    {
        await using var db = await databases.CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        string[] ours = [nameof(TraceRow.Number), nameof(TraceRow.ImportHash), nameof(TraceRow.JobNumber)];
        var rest = string.Join(", ", db.Model.FindEntityType(typeof(TraceRow))!.GetProperties().Select(p => p.Name).Except(ours));
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
        for (var copy = 1; copy < wanted / traces; copy++)
            await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture,
                $"INSERT INTO Traces (Number, {rest}) SELECT Number + {copy * traces}, {rest} FROM Traces WHERE Number <= {traces}"));
        foreach (var index in indexes) await db.Database.ExecuteSqlRawAsync(index);
    }
}
