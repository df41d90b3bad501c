using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace VcrPortal.Web.Data;

/// <summary>The portal cannot start; the message is the one sentence that its operator reads.</summary>
public sealed class PortalStartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Broken machines in one plain sentence. The sentence may be shown to anybody; what the provider itself says names hosts, files
/// and logins, and is for whoever runs the portal.</summary>
internal static class DatabaseTrouble
{
    /// <summary>The severity from which on SQL Server or its client has given the connection up.</summary>
    internal const byte LostConnection = 20;

    /// <summary>Null when the failure is not the database's.</summary>
    public static string? Describe(Exception failure)
    {
        return Chain(failure).Select(Sentence).FirstOrDefault(sentence => sentence is not null);
    }

    /// <summary>For the console, the log and administrators: the sentence, and the cause in the words of whoever reported it.</summary>
    /// <param name="otherwise">The sentence for a failure that is not the database's.</param>
    public static string Explain(Exception failure, string otherwise)
    {
        var sentence = Describe(failure) ?? otherwise;
        var cause = Chain(failure).OfType<DbException>().FirstOrDefault() ?? Chain(failure).Last();
        var (who, number) = cause switch
        {
            SqlException e => ("SQL Server's client", string.Create(CultureInfo.InvariantCulture, $", error {e.Number}")),
            SqliteException e => ("SQLite", string.Create(CultureInfo.InvariantCulture, $", error {e.SqliteExtendedErrorCode}")),
            _ => (cause.GetType().Name, ""),
        };
        var words = cause.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return $"{sentence} {who} says{number}: {string.Join(' ', words)}";
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException) yield return e;
    }

    private static string? Sentence(Exception e) => e switch
    {
        CommitUnknownException =>
            "The database was lost while this was being saved, so nobody knows whether it was. Look before you send it again.",
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
        SqlException { Number: 1205 } => "The database was too busy with others who changed the same things.",
        SqlException { Class: >= LostConnection } => "The database server cannot be reached.",
        NotSupportedException when e.Message.Contains("Globalization Invariant", StringComparison.Ordinal) =>
            "SQL Server's client needs ICU: install it (Debian, Ubuntu: apt-get install libicu-dev) "
            + "and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.",
        DbException => "The database did not answer as it should.",
        IOException { HResult: 28 or unchecked((int)0x80070070) } => "The disk is full.",
        _ => null,
    };
}
