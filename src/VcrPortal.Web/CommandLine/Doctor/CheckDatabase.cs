using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.CommandLine.Doctor;

/// <summary>Whether the database is there, sound, of this version, and takes what is written. What is written is taken back.</summary>
internal static class CheckDatabase
{
    private const string What = "Database";

    public static async IAsyncEnumerable<Finding> RunAsync(
        IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        var databases = services.GetRequiredService<PortalDbFactory>();
        if (databases.SqliteFile?.DataSource is { } file && !File.Exists(file))
        {
            yield return PlaceFor(file);
            yield break;
        }
        await using var db = databases.CreateDbContext();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var finding in await LookAsync(db, databases.SqliteFile?.DataSource, now, ct)) yield return finding;
    }

    private static Finding PlaceFor(string file)
    {
        var trouble = Directory.Exists(file) ? $"{file} is a folder; its file would be there."
            : FolderTrial.FindTrouble(Path.GetDirectoryName(file)!);
        return trouble is null ? Finding.Good(What, $"SQLite, {file}: not there yet. The first start makes it.")
            : Finding.Bad(What, $"SQLite, {file}: {trouble}",
                "Give the portal's user a folder there, or name another file in Database:ConnectionString.");
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(PortalDb db, string? file, DateTime now, CancellationToken ct)
    {
        var place = file is null ? "SQL Server" : $"SQLite, {file}";
        try
        {
            await db.Database.GetDbConnection().OpenAsync(ct); // not through EF, which would try again for seconds
            List<Finding> findings = [];
            if (await DamageAsync(db, file, ct) is { } damage)
                return [Finding.Bad(What, $"{place}: {damage}", "Stop the portal and put the last backup back (docs/deployment.md).")];
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var foreign = (await db.Database.GetAppliedMigrationsAsync(ct)).FirstOrDefault(m => !known.Contains(m));
            if (foreign is not null)
                return [Finding.Bad(What, $"{place}: another version of the portal made it ({foreign}).",
                    "Run that version, or begin with a new database (README, Databases).")];
            findings.Add(Finding.Good(What, pending == 0 ? $"{place}: opens, and is up to date."
                : $"{place}: opens; {pending} migration{(pending == 1 ? "" : "s")} will be made at the next start."));
            if (pending == 0) findings.Add(await WriteAsync(db, ct));
            if (file is null) findings.AddRange(await ServerAsync(db, now, ct));
            return findings;
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            return [Finding.Bad(What, $"{place}: {DatabaseTrouble.Explain(e, "")}",
                "See that it is there, that the portal may open and write it, and that Database:ConnectionString is right.")];
        }
    }

    private static async Task<string?> DamageAsync(PortalDb db, string? file, CancellationToken ct)
    {
        if (file is null) return null;
        var says = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").ToListAsync(ct);
        return says is ["ok"] ? null : $"it is damaged ({says.FirstOrDefault()}).";
    }

    private static async Task<Finding> WriteAsync(PortalDb db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Numbers.ExecuteUpdateAsync(s => s.SetProperty(n => n.Last, n => n.Last), ct);
        await transaction.RollbackAsync(ct);
        return Finding.Good(What, "It takes what is written.");
    }

    private static async Task<IEnumerable<Finding>> ServerAsync(PortalDb db, DateTime now, CancellationToken ct)
    {
        List<Finding> findings = [];
        var snapshot = await db.Database.SqlQueryRaw<bool>(
            "SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()").FirstOrDefaultAsync(ct);
        if (!snapshot)
            findings.Add(Finding.Warning(What, "READ_COMMITTED_SNAPSHOT is off: pages wait behind batches.",
                "Have an administrator set it: ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON (docker/create-database.sql)."));
        var there = await db.Database.SqlQueryRaw<DateTime>("SELECT SYSUTCDATETIME() AS [Value]").SingleAsync(ct);
        findings.Add(CheckMachine.ClockBeside("the database server", now - there));
        return findings;
    }
}
