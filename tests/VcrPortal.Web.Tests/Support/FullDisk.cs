using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Answers writes to one table as its database does when the disk is full.</summary>
internal sealed class FullDisk : DbCommandInterceptor
{
    public string? RefusesInsertsInto { get; set; }

    /// <summary>Updates too.</summary>
    public string? RefusesWritesTo { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
    {
        Refuse(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(command);
        return ValueTask.FromResult(result);
    }

    private void Refuse(DbCommand command)
    {
        var text = command.CommandText.Replace('[', '"').Replace(']', '"');
        if ((RefusesInsertsInto is { } table && text.Contains($"INSERT INTO {table}", StringComparison.Ordinal))
            || (RefusesWritesTo is { } all && (text.Contains($"INSERT INTO {all}", StringComparison.Ordinal)
                || text.Contains($"UPDATE {all}", StringComparison.Ordinal))))
            throw command is SqlCommand ? ServerTrouble.Error(1105, 17) : new SqliteException("database or disk is full", 13);
    }
}
