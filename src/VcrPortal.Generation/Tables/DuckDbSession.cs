using System.Globalization;
using System.Text;
using static VcrPortal.Generation.Tables.DuckDbNative;

namespace VcrPortal.Generation.Tables;

/// <summary>What a session may use.</summary>
/// <param name="MemoryBytes">DuckDB spills to <paramref name="TempFolder"/> beyond it.</param>
/// <param name="TempFolder">Null: nothing may be spilled, and a query that needs more memory fails with a sentence.</param>
/// <param name="TempBytes">Of spilled data; a table that does not fit ends the query, not the disk.</param>
public sealed record DuckDbOptions(long MemoryBytes = 1L << 30, string? TempFolder = null, long TempBytes = 16L << 30, int Threads = 2);

/// <summary>
/// One connection to a database in memory, through which files are read. Used by one caller at a time. Extensions are never fetched.
/// </summary>
public sealed class DuckDbSession : IDisposable
{
    private readonly DatabaseHandle _database;
    private readonly ConnectionHandle _connection;

    private DuckDbSession(DatabaseHandle database, ConnectionHandle connection) => (_database, _connection) = (database, connection);

    /// <exception cref="DuckDbException">The library is not here, or refuses the options.</exception>
    public static DuckDbSession Open(DuckDbOptions options)
    {
        DuckDbLibrary.Load();
        duckdb_create_config(out var config);
        using var _ = config;
        foreach (var (name, value) in Settings(options))
            if (duckdb_set_config(config, name, value) != Success) throw new DuckDbException($"DuckDB does not take the setting {name} = {value}.");
        if (duckdb_open_ext(null, out var database, config, out var error) != Success)
        {
            var reported = Text(error);
            duckdb_free(error);
            database.Dispose();
            throw DuckDbException.Of(reported, "starting");
        }
        if (duckdb_connect(database, out var connection) == Success) return new(database, connection);
        connection.Dispose();
        database.Dispose();
        throw new DuckDbException("DuckDB gives no connection.");
    }

    private static IEnumerable<(string, string)> Settings(DuckDbOptions options)
    {
        yield return ("memory_limit", Bytes(options.MemoryBytes));
        yield return ("threads", options.Threads.ToString(CultureInfo.InvariantCulture));
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        yield return ("temp_directory", options.TempFolder ?? "");
        if (options.TempFolder is not null) yield return ("max_temp_directory_size", Bytes(options.TempBytes));
    }

    private static string Bytes(long count) => $"{count.ToString(CultureInfo.InvariantCulture)}B";

    /// <summary>Runs one statement whose parameters are <c>?</c>: null, text, bool, int, long or double. Rows are streamed.</summary>
    /// <exception cref="DuckDbException">The statement, a file that it names or a value is wrong; it may also come while rows are read.</exception>
    public TableRows Query(string sql, CancellationToken ct, params ReadOnlySpan<object?> parameters)
    {
        ct.ThrowIfCancellationRequested();
        var prepared = duckdb_prepare(_connection, sql, out var statement);
        using var _ = statement;
        if (prepared != Success) throw DuckDbException.Of(Text(duckdb_prepare_error(statement)), "reading a statement");
        if (duckdb_nparams(statement) != (ulong)parameters.Length) throw new ArgumentException($"The statement has {duckdb_nparams(statement)} parameters, {parameters.Length} are given.", nameof(parameters));
        for (var i = 0; i < parameters.Length; i++) Bind(statement, i, parameters[i]);
        using var interrupting = InterruptOn(ct);
        var state = duckdb_execute_prepared_streaming(statement, out var result);
        if (state == Success) return new TableRows(this, result, ct);
        var reported = Text(duckdb_result_error(ref result));
        duckdb_destroy_result(ref result);
        ct.ThrowIfCancellationRequested();
        throw DuckDbException.Of(reported, "running a statement");
    }

    /// <summary>Runs a statement to its end.</summary>
    public void Execute(string sql, CancellationToken ct, params ReadOnlySpan<object?> parameters)
    {
        using var rows = Query(sql, ct, parameters);
        while (rows.Read()) { }
    }

    private static unsafe void Bind(StatementHandle statement, int place, object? value)
    {
        var index = (ulong)place + 1;
        var state = value switch
        {
            null => duckdb_bind_null(statement, index),
            string text => BindText(statement, index, text),
            bool truth => duckdb_bind_boolean(statement, index, truth),
            int number => duckdb_bind_int64(statement, index, number),
            long number => duckdb_bind_int64(statement, index, number),
            double number => duckdb_bind_double(statement, index, number),
            _ => throw new ArgumentException($"A {value.GetType().Name} is no parameter of a statement."),
        };
        if (state != Success) throw new DuckDbException($"DuckDB does not take parameter {place + 1}.");
    }

    private static unsafe int BindText(StatementHandle statement, ulong index, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text + '\0'); // one byte more, so that an empty text has an address
        fixed (byte* at = utf8) return duckdb_bind_varchar_length(statement, index, at, (ulong)utf8.Length - 1);
    }

    /// <summary>While the returned object lives, cancelling stops what this connection is doing.</summary>
    internal IDisposable? InterruptOn(CancellationToken ct) => ct.CanBeCanceled ? new Interruption(_connection, ct) : null;

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    /// <summary>An interrupt that comes just before a statement starts is forgotten by DuckDB, so it is repeated until the call has returned.</summary>
    private sealed class Interruption : IDisposable
    {
        private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);
        private readonly Timer _timer;
        private readonly CancellationTokenRegistration _registration;

        public Interruption(ConnectionHandle connection, CancellationToken ct)
        {
            _timer = new(_ => Interrupt(connection), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _registration = ct.Register(() => _timer.Change(TimeSpan.Zero, Every));
        }

        private static void Interrupt(ConnectionHandle connection)
        {
            try { duckdb_interrupt(connection); }
            catch (ObjectDisposedException) { } // the session has ended meanwhile
        }

        public void Dispose()
        {
            _registration.Dispose();
            _timer.Dispose();
        }
    }
}
