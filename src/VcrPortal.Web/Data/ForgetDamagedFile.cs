using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Data;

/// <summary>
/// Once a page of the SQLite file was found to be damaged, no open connection is used again: those have the sound pages of before in
/// memory, and would take what people send although it is lost. A new connection reads the file, and refuses.
/// </summary>
internal sealed class ForgetDamagedFile : DbCommandInterceptor
{
    public static ForgetDamagedFile Instance { get; } = new();

    /// <summary>Looks with a connection of its own, which has nothing of the file in memory.</summary>
    public static async Task LookAsync(SqliteConnectionStringBuilder file, CancellationToken ct)
    {
        var fresh = new SqliteConnectionStringBuilder(file.ConnectionString) { Pooling = false };
        await using var connection = new SqliteConnection(fresh.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        try { await command.ExecuteScalarAsync(ct); }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            using var pooled = new SqliteConnection(file.ConnectionString);
            SqliteConnection.ClearPool(pooled);
            throw;
        }
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Look(command, eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Look(command, eventData.Exception);
        return Task.CompletedTask;
    }

    private static void Look(DbCommand command, Exception failure)
    {
        if (failure is SqliteException { SqliteErrorCode: 11 or 26 } && command.Connection is SqliteConnection connection)
            SqliteConnection.ClearPool(connection);
    }
}
