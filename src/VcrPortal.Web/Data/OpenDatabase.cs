using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace VcrPortal.Web.Data;

/// <summary>
/// Brings the database up to date before anything else runs. SQLite: creates the folder and file. SQL Server: the database must
/// exist (an administrator creates it; the portal needs no right to CREATE or ALTER DATABASE), only its tables are made.
/// </summary>
public sealed class OpenDatabase(PortalDbFactory databases, TimeProvider clock, ILogger<OpenDatabase> log)
{
    /// <exception cref="PortalStartException">With one sentence for the operator.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            if (databases.SqliteFile is { } file) await OpenSqliteAsync(file.DataSource, ct);
            else await OpenSqlServerAsync(ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or PortalStartException))
        {
            throw new PortalStartException(
                $"{DatabaseTrouble.Explain(e, "The database cannot be opened.")} ({Place}; setting Database:ConnectionString)", e);
        }
    }

    private string Place => databases.SqliteFile?.DataSource
        ?? $"SQL Server at {new SqlConnectionStringBuilder(databases.Options.ConnectionString).DataSource}";

    private async Task OpenSqliteAsync(string file, CancellationToken ct)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) CreateFolder(folder);
        await using var db = databases.CreateDbContext();
        await ReleaseDeadLockAsync(db, ct);
        await RefuseOtherVersionsAsync(db, $"delete {file}", ct);
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", ct);
        log.LogInformation("Database: SQLite, {File}", file);
    }

    // EF marks a running migration with a row in this table, and a process that was killed in the middle leaves it for ever: everybody
    // after would wait for it without end. A migration of ours takes seconds.
    private async Task ReleaseDeadLockAsync(PortalDb db, CancellationToken ct)
    {
        var tables = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(ct);
        if (tables == 0) return;
        var dead = clock.GetUtcNow().AddMinutes(-2);
        await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp < {dead}", ct);
    }

    /// <summary>A database that another version made has migrations which this one does not know: it can neither be used nor brought up
    /// to date.</summary>
    private static async Task RefuseOtherVersionsAsync(PortalDb db, string wayOut, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).All(known.Contains)) return;
        throw new PortalStartException(
            "Another version of the portal made this database, and what it holds is not carried over. Run that version, or "
            + $"{wayOut} and start again (README, Databases; setting Database:ConnectionString)");
    }

    private static void CreateFolder(string folder)
    {
        try { Directory.CreateDirectory(folder); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PortalStartException(
                $"The folder of the database cannot be created. ({folder}; setting Database:ConnectionString)", e);
        }
    }

    private async Task OpenSqlServerAsync(CancellationToken ct)
    {
        await using var db = databases.CreateDbContext();
        // Opened first, so that EF never comes to the point where it would create a database that is missing.
        // Not through EF, which would try again for seconds where nobody listens.
        await db.Database.GetDbConnection().OpenAsync(ct);
        await RefuseOtherVersionsAsync(db, "have an administrator make the database anew", ct);
        await db.Database.MigrateAsync(ct);
        log.LogInformation("Database: SQL Server, {Database}", db.Database.GetDbConnection().Database);
    }
}
