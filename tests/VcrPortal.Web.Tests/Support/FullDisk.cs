using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Answers writes to one table as its database does when the disk is full.</summary>
internal sealed class FullDisk : DbCommandInterceptor
{
    public string? RefusesInsertsInto { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
    {
        if (RefusesInsertsInto is { } table
            && command.CommandText.Replace('[', '"').Replace(']', '"').Contains($"INSERT INTO {table}", StringComparison.Ordinal))
            throw command is SqlCommand ? ServerTrouble.Error(1105, 17) : new SqliteException("database or disk is full", 13);
        return ValueTask.FromResult(result);
    }
}
