using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace VcrPortal.Generation.Tables;

/// <summary>What a session may use.</summary>
/// <param name="MemoryBytes">DuckDB spills to <paramref name="TempFolder"/> beyond it.</param>
/// <param name="TempFolder">Null: nothing may be spilled, and a query that needs more memory fails with a sentence.</param>
/// <param name="TempBytes">The most bytes of spilled data; a table that does not fit ends the query, not the disk.</param>
public sealed record DuckDbOptions(long MemoryBytes = 1L << 30, string? TempFolder = null, long TempBytes = 16L << 30, int Threads = 2);

/// <summary>
/// One connection to a database in memory, through which files are read. Used by one caller at a time. Extensions are never fetched.
/// </summary>
public sealed partial class DuckDbSession : IDisposable
{
    private readonly DuckDBConnection _connection;

    private DuckDbSession(DuckDBConnection connection) => _connection = connection;

    /// <exception cref="DuckDbException">DuckDB refuses the options.</exception>
    public static DuckDbSession Open(DuckDbOptions options)
    {
        var session = new DuckDbSession(new(Settings(options)));
        try
        {
            session._connection.Open();
            // A connection string drops what is empty, and DuckDB would spill into the current folder.
            if (options.TempFolder is null) session.Execute("SET temp_directory = ''", CancellationToken.None);
            return session;
        }
        catch (DuckDBException reported)
        {
            session.Dispose();
            throw DuckDbException.From(reported, "starting");
        }
    }

    private static string Settings(DuckDbOptions options)
    {
        var settings = new DuckDBConnectionStringBuilder { DataSource = DuckDBConnectionStringBuilder.InMemoryDataSource };
        settings["memory_limit"] = FormattableString.Invariant($"{options.MemoryBytes}B");
        settings["threads"] = FormattableString.Invariant($"{options.Threads}");
        settings["autoinstall_known_extensions"] = "false";
        settings["autoload_known_extensions"] = "false";
        if (options.TempFolder is null) return settings.ConnectionString;
        settings["temp_directory"] = options.TempFolder;
        settings["max_temp_directory_size"] = FormattableString.Invariant($"{options.TempBytes}B");
        return settings.ConnectionString;
    }

    /// <summary>Runs one statement whose parameters are <c>?</c>: null, text, bool, int, long or double. Rows are streamed.</summary>
    /// <exception cref="DuckDbException">The statement, a file that it names or a value is wrong; it may also come while rows are
    /// read.</exception>
    public TableRows Query(string sql, CancellationToken ct, params ReadOnlySpan<object?> parameters)
    {
        ct.ThrowIfCancellationRequested();
        // The library passes over parameters that are too many.
        if (Places(sql) is var places && places != parameters.Length)
            throw new ArgumentException($"The statement has {places} parameters, {parameters.Length} are given.", nameof(parameters));
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        foreach (var value in parameters) command.Parameters.Add(new DuckDBParameter(value!));
        return new(command, ct);
    }

    /// <summary>Runs a statement to its end.</summary>
    public void Execute(string sql, CancellationToken ct, params ReadOnlySpan<object?> parameters)
    {
        using var rows = Query(sql, ct, parameters);
        while (rows.Read()) { }
    }

    private static int Places(string sql)
    {
        var count = 0;
        foreach (var match in QuotedOrPlace().EnumerateMatches(sql))
            if (sql[match.Index] == '?') count++;
        return count;
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|\?""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedOrPlace();

    public void Dispose() => _connection.Dispose();
}
