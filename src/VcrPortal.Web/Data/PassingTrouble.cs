using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace VcrPortal.Web.Data;

/// <summary>Trouble of a database server that is gone when the same is asked again.</summary>
internal enum PassingTrouble
{
    /// <summary>Asking again would end the same way.</summary>
    None,
    /// <summary>A deadlock or a full server: nothing of it was done, that is certain.</summary>
    RolledBack,
    /// <summary>The connection was lost. What was being committed at that moment may have been done or not.</summary>
    Lost,
    /// <summary>No answer in time, and so as uncertain.</summary>
    Late,
}

internal static class PassingTroubles
{
    /// <summary>Deadlock; lock timeout; out of memory or of workers; a server of the cloud that is busy or moves a database.</summary>
    private static readonly HashSet<int> WereRolledBack =
        [1204, 1205, 1221, 1222, 701, 8645, 8651, 10928, 10929, 40197, 40501, 40613, 41301, 41302, 41305, 41325, 49918, 49919, 49920];

    /// <summary>Broken pipe, reset, closed by the other side, while the client waits for it; some come with a low severity.</summary>
    private static readonly HashSet<int> WereLost = [20, 64, 121, 232, 233, 997, 10053, 10054, 10060];

    private const int TimedOut = -2;

    public static PassingTrouble For(Exception failure)
    {
        for (var e = failure; e is not null and not CommitUnknownException; e = e.InnerException)
        {
            if (e is SqlException server) return server.Errors.Cast<SqlError>().Select(For).Append(For(server.Number, server.Class)).Max();
        }
        return PassingTrouble.None;
    }

    private static PassingTrouble For(SqlError error) => For(error.Number, error.Class);

    private static PassingTrouble For(int number, byte severity) =>
        number == TimedOut ? PassingTrouble.Late
        : WereLost.Contains(number) || severity >= DatabaseTrouble.LostConnection ? PassingTrouble.Lost
        : WereRolledBack.Contains(number) ? PassingTrouble.RolledBack
        : PassingTrouble.None;
}

/// <summary>The connection was lost while something was being committed, and doing it twice would be wrong.</summary>
internal sealed class CommitUnknownException(Exception cause)
    : DbException("The connection was lost during the commit.", cause);
