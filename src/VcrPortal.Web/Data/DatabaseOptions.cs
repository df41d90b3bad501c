using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Data;

public enum DatabaseProvider { Sqlite, SqlServer }

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>For SQLite a relative file is taken from the content root. Default: <c>Data Source=App_Data/portal.db</c>; SQL Server has
    /// none.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Statements in one round trip, 1 to 1000; some servers that speak SQL Server's protocol need 1. Null: the provider's
    /// own.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>Seconds until a command is given up, 1 to 600.</summary>
    public int CommandTimeoutSeconds { get; set; } = 30;
}

internal sealed class ValidateDatabaseOptions : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var problems = new List<string>();
        if (options.Provider == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(options.ConnectionString))
            problems.Add(
                "Database:ConnectionString is needed with Database:Provider SqlServer, for example \"Server=db;Database=vcrportal;User "
                + "Id=portal;Password=…\".");
        if (!IsReadable(options)) problems.Add(
            "Database:ConnectionString cannot be read. Write for example \"" + (options.Provider == DatabaseProvider.SqlServer
                ? "Server=db;Database=vcrportal;User Id=portal;Password=…" : SqlitePath.Default) + "\".");
        if (options.MaxBatchSize is < 1 or > 1000)
            problems.Add("Database:MaxBatchSize must be from 1 to 1000, for example 42.");
        if (options.CommandTimeoutSeconds is < 1 or > 600)
            problems.Add("Database:CommandTimeoutSeconds must be from 1 to 600, for example 30.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // What is wrong with it is not said: it may hold a password.
    private static bool IsReadable(DatabaseOptions options)
    {
        try
        {
            DbConnectionStringBuilder read =
                options.Provider == DatabaseProvider.SqlServer ? new SqlConnectionStringBuilder() : new SqliteConnectionStringBuilder();
            read.ConnectionString = options.ConnectionString ?? "";
            return true;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException) { return false; }
    }
}
