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
