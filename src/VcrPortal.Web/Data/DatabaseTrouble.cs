using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace VcrPortal.Web.Data;

/// <summary>The portal cannot start; the message is the one sentence that its operator reads.</summary>
public sealed class PortalStartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Broken machines in one plain sentence.</summary>
internal static class DatabaseTrouble
{
    /// <summary>Null when the failure is not the database's.</summary>
    public static string? Describe(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (Sentence(e) is { } sentence) return sentence;
        }
        return null;
    }

    private static string? Sentence(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 13 } => "The disk of the database is full.",
        SqliteException { SqliteErrorCode: 8 } => "The database file is read-only.",
        SqliteException { SqliteErrorCode: 10 } => "The disk of the database cannot be read or written.",
        SqliteException { SqliteErrorCode: 11 or 26 } => "The database file is damaged or not a SQLite database.",
        SqliteException { SqliteErrorCode: 14 } => "The database file cannot be opened.",
        SqliteException { SqliteErrorCode: 5 or 6 } => "The database was locked by another program for too long.",
        SqlException { Number: 1105 or 9002 or 1101 } => "The disk of the database is full.",
        SqlException { Number: 4060 } => "The database does not exist on that server, or this login may not open it.",
        SqlException { Number: 18456 } => "The database server refused the login.",
        SqlException { Number: -2 } => "The database server did not answer in time.",
        DbException => "The database did not answer as it should.",
        IOException { HResult: 28 or unchecked((int)0x80070070) } => "The disk is full.",
        _ => null,
    };
}
