using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace VcrPortal.Web.Data;

/// <summary>
/// A statement of SQLite that goes again and again within the caller's transaction. A command of the framework looks each parameter up by
/// its name and makes a reader every time, which for a narrow row costs more than the row.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _utf8 = new byte[4096];

    /// <param name="text">With <c>?</c> for each value.</param>
    public SqliteStatement(PortalDb db, string text)
    {
        _database = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <param name="at">The first is 1.</param>
    /// <exception cref="NotSupportedException">A kind of value that no column of ours has.</exception>
    public void Bind(int at, object? value) => Check(value switch
    {
        null or DBNull => raw.sqlite3_bind_null(_statement, at),
        string text => BindText(at, text),
        bool flag => raw.sqlite3_bind_int64(_statement, at, flag ? 1 : 0),
        int number => raw.sqlite3_bind_int64(_statement, at, number),
        long number => raw.sqlite3_bind_int64(_statement, at, number),
        double number => raw.sqlite3_bind_double(_statement, at, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, at, bytes),
        // These are written as the framework's own commands write them.
        DateTime time => BindText(at, time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        Guid id => BindText(at, id.ToString().ToUpperInvariant()),
        _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
    });

    /// <summary>With the values that are bound; the next ones are bound anew.</summary>
    /// <exception cref="SqliteException">It cannot be done.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) Check(result);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int BindText(int at, string text)
    {
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, at, ""); // an empty span would be NULL
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most) _utf8 = new byte[most];
        return raw.sqlite3_bind_text(_statement, at, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
