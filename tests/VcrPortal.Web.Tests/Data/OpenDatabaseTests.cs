using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

public sealed class OpenDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vcr-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Open_WithoutAnything_MakesFolderAndFileInWriteAheadMode()
    {
        await Open().RunAsync(default);
        Assert.True(File.Exists(Path.Combine(_folder, "App_Data", "portal.db")));
        await using var db = Databases().CreateDbContext();
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").AsAsyncEnumerable().FirstAsync());
        Assert.Equal(5000, await db.Database.SqlQueryRaw<int>("PRAGMA busy_timeout").AsAsyncEnumerable().FirstAsync());
    }

    [Fact]
    public async Task Open_Again_KeepsWhatIsThere()
    {
        await Open().RunAsync(default);
        await using (var db = Databases().CreateDbContext()) await db.Numbers.ExecuteUpdateAsync(s => s.SetProperty(n => n.Last, 41));
        await Open().RunAsync(default);
        await using var check = Databases().CreateDbContext();
        var kept = await check.Numbers.Select(n => n.Last).ToListAsync();
        Assert.NotEmpty(kept);
        Assert.All(kept, last => Assert.Equal(41, last));
    }

    [Fact]
    public async Task Open_AfterAMigrationWasKilled_DoesNotWaitForEver()
    {
        await Open().RunAsync(default);
        await using (var db = Databases().CreateDbContext())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2020-01-01 00:00:00+00:00')");
        await Open().RunAsync(default);
    }

    [Fact]
    public async Task Open_ADatabaseOfAnotherVersion_SaysWhatToDoAndLeavesItAsItIs()
    {
        await Open().RunAsync(default);
        await using (var db = Databases().CreateDbContext())
            await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('20260101000000_Batches', '10.0.0')");
        var failure = await Assert.ThrowsAsync<PortalStartException>(() => Open().RunAsync(default));
        Assert.Contains("not carried over", failure.Message);
        Assert.Contains("portal.db", failure.Message);
        Assert.Contains("Database:ConnectionString", failure.Message);
        await using var check = Databases().CreateDbContext();
        Assert.Equal(2, (await check.Database.GetAppliedMigrationsAsync()).Count());
    }

    [Fact]
    public async Task Open_AFileThatIsNoDatabase_SaysSoAndNamesTheSetting()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "notes.txt"), new string('x', 5000));
        var failure = await Assert.ThrowsAsync<PortalStartException>(() => Open("Data Source=notes.txt").RunAsync(default));
        Assert.Contains("not a SQLite database", failure.Message);
        Assert.Contains("Database:ConnectionString", failure.Message);
        Assert.Contains("notes.txt", failure.Message);
    }

    [Fact]
    public async Task Open_InAFolderThatCannotBe_SaysSoAndNamesTheSetting()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "");
        var failure = await Assert.ThrowsAsync<PortalStartException>(() => Open("Data Source=file/portal.db").RunAsync(default));
        Assert.Contains("Database:ConnectionString", failure.Message);
    }

    [Fact]
    public async Task Open_ASqlServerThatDoesNotListen_GetsAsFarAsTheNetworkAndSaysSo()
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = ClosedPort.ConnectionString() };
        var open = new OpenDatabase(new PortalDbFactory(options, _folder), TimeProvider.System, NullLogger<OpenDatabase>.Instance);
        var failure = await Assert.ThrowsAsync<PortalStartException>(() => open.RunAsync(default));
        Assert.IsType<SqlException>(failure.InnerException);
        Assert.StartsWith("The database server cannot be reached. SQL Server's client says, error ", failure.Message);
        Assert.Contains("network-related", failure.Message);
        Assert.Contains("(SQL Server at tcp:127.0.0.1,", failure.Message);
        Assert.Contains("Database:ConnectionString", failure.Message);
        Assert.DoesNotContain("hush", failure.Message);
    }

    [Fact]
    public void Explain_TellsAnAdministratorWhatTheProviderSays_WhichOthersDoNotHear()
    {
        var unknown = new DbUpdateException("x", new SqliteException("no such\n  table: Jobs", 1));
        Assert.Equal("The database did not answer as it should.", DatabaseTrouble.Describe(unknown));
        Assert.Equal(
            "The database did not answer as it should. SQLite says, error 1: no such table: Jobs", DatabaseTrouble.Explain(unknown, ""));
        Assert.Equal(
            "It cannot be opened. InvalidOperationException says: why",
                DatabaseTrouble.Explain(new InvalidOperationException("why"), "It cannot be opened."));
    }

    [Fact]
    public void Explain_WhereIcuIsMissing_SaysWhatToInstall() =>
        Assert.Contains("libicu", DatabaseTrouble.Describe(new NotSupportedException("Globalization Invariant Mode is not supported.")));

    [Fact]
    public void Validate_SqlServerWithoutAConnection_NamesTheKey()
    {
        var result = new ValidateDatabaseOptions()
            .Validate(null, new DatabaseOptions { Provider = DatabaseProvider.SqlServer, MaxBatchSize = 0 });
        Assert.Contains(result.Failures!, f => f.StartsWith("Database:ConnectionString", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, f => f.StartsWith("Database:MaxBatchSize", StringComparison.Ordinal));
    }

    [Fact]
    public void Describe_KnowsAFullDiskHoweverDeepItIs()
    {
        var full = new DbUpdateException("x", new SqliteException("database or disk is full", 13));
        Assert.Equal("The disk of the database is full.", DatabaseTrouble.Describe(full));
        Assert.Equal("The disk is full.", DatabaseTrouble.Describe(new IOException("No space left on device", 28)));
        Assert.Null(DatabaseTrouble.Describe(new InvalidOperationException()));
    }

    private PortalDbFactory Databases(string? connection = null) => new(new DatabaseOptions { ConnectionString = connection }, _folder);

    private OpenDatabase Open(string? connection = null) =>
        new(Databases(connection), TimeProvider.System, NullLogger<OpenDatabase>.Instance);
}
