using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Data;

/// <summary>Where the embedded database is.</summary>
internal static class SqlitePath
{
    public const string Default = "Data Source=App_Data/portal.db";

    /// <summary>The connection with an absolute file.</summary>
    public static SqliteConnectionStringBuilder Resolve(string? connectionString, string folder)
    {
        var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connectionString) ? Default : connectionString);
        builder.DataSource = Path.GetFullPath(builder.DataSource, folder);
        return builder;
    }
}

/// <summary>
/// Settings that SQLite keeps for a connection, not in the file: wait for another writer instead of failing, and (with WAL) sync at
/// checkpoints, which survives a killed process; only a power cut can take the last moments.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
