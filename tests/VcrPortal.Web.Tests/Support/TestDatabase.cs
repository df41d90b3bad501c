using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using VcrPortal.Tests.Web;

namespace VcrPortal.Web.Tests.Support;

/// <summary>
/// A database that one test has for itself: a SQLite file in its folder, or one on the server that VCR_TEST_SQLSERVER names, made for it
/// and dropped after it. Where the login may make none, the named database itself, emptied first; then one test has it at a time.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private readonly SqlServerDatabase? _fresh;
    private readonly bool _isShared;

    private TestDatabase(string provider, string connection, bool isShared = false) =>
        (Settings, _isShared) = ([("Database:Provider", provider), ("Database:ConnectionString", connection)], isShared);

    private TestDatabase(SqlServerDatabase fresh) : this("SqlServer", fresh.ConnectionString) => _fresh = fresh;

    /// <summary>The settings by which a portal is told of it.</summary>
    public (string Key, string Value)[] Settings { get; }

    /// <param name="folder">Where a SQLite file may be.</param>
    public static TestDatabase Make(string folder) => SqlServerForTests.Named is { } server
        ? On(server) : new("Sqlite", $"Data Source={Path.Combine(folder, "portal.db")}");

    /// <param name="server">A connection string; it may name a database.</param>
    public static TestDatabase On(string server)
    {
        try { return new(SqlServerDatabase.Create(server)); }
        catch (SqlException e) when (e.Class < 20) { return Emptied(server); }
    }

    public void Dispose()
    {
        if (_isShared) OneAtATime.Release();
        if (Settings[0].Value == "Sqlite") CloseFile();
        _fresh?.Dispose();
    }

    /// <summary>The pool keeps it open, and with thousands of tests there would be thousands.</summary>
    private void CloseFile()
    {
        using var pool = new SqliteConnection(Settings[1].Value);
        SqliteConnection.ClearPool(pool);
    }

    private static TestDatabase Emptied(string server)
    {
        OneAtATime.Wait();
        SqlServerDatabase.Run(server, """
            DECLARE @drops nvarchar(max) = N'';
            SELECT @drops += N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + N'.'
                + QUOTENAME(OBJECT_NAME(parent_object_id)) + N' DROP CONSTRAINT ' + QUOTENAME(name) + N';' FROM sys.foreign_keys;
            SELECT @drops += N'DROP TABLE ' + QUOTENAME(SCHEMA_NAME(schema_id)) + N'.' + QUOTENAME(name) + N';' FROM sys.tables;
            EXEC sp_executesql @drops;
            """);
        return new("SqlServer", server, isShared: true);
    }
}
