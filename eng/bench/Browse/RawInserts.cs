using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Bench.Browse;

/// <summary>The rows of traces that are here, written into an empty database by prepared statements and nothing else.</summary>
internal static class RawInserts
{
    /// <summary>Traces of one transaction, as an import has them.</summary>
    private const int Piece = 200;

    private static readonly (string Table, string Key)[] Tables =
    [
        ("Traces", "Number"), ("TraceTexts", "TraceNumber"), ("TraceRevisions", "TraceNumber"), ("TraceVerdicts", "TraceNumber"),
        ("TraceTerms", "TraceNumber"), ("TraceScores", "TraceNumber"), ("TraceClaims", "TraceNumber"),
    ];

    private const string Words =
        """
        SELECT t.Number, t.Title || char(10) || t.Finding || char(10) || coalesce((
          SELECT group_concat(k.Label, char(10)) FROM TraceTerms k WHERE k.TraceNumber = t.Number), '') || char(10) || x.Report
        FROM Traces t JOIN TraceTexts x ON x.TraceNumber = t.Number WHERE t.Number BETWEEN $from AND $to
        """;

    /// <returns>How long the inserts took, reading not counted; null where the database is no SQLite.</returns>
    public static async Task<TimeSpan?> CopyAsync(IDbContextFactory<PortalDb> from, string folder)
    {
        await using var source = await from.CreateDbContextAsync();
        if (!source.Database.IsSqlite()) return null;
        var file = $"Data Source={Path.Combine(folder, "raw.db")};Pooling=False";
        var factory = new PortalDbFactory(new DatabaseOptions { ConnectionString = file }, folder);
        await using (var target = factory.CreateDbContext()) await target.Database.MigrateAsync();
        await source.Database.OpenConnectionAsync();
        var read = (SqliteConnection)source.Database.GetDbConnection();
        await using var write = new SqliteConnection(file);
        await write.OpenAsync();
        Run(write, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
        var last = Convert.ToInt32(Rows(read, "SELECT MAX(Number) FROM Traces", 0, 0).Single()[0], null);
        var took = TimeSpan.Zero;
        for (var first = 1; first <= last; first += Piece)
        {
            var rows = Tables.Select(t => (t.Table, Rows: Rows(
                read, $"SELECT * FROM {t.Table} WHERE {t.Key} BETWEEN $from AND $to", first, first + Piece - 1))).ToList();
            rows.Add(("TraceWords(rowid, Body)", Rows(read, Words, first, first + Piece - 1)));
            var start = Stopwatch.GetTimestamp();
            using var transaction = write.BeginTransaction();
            foreach (var (table, these) in rows) Insert(write, transaction, table, these);
            transaction.Commit();
            took += Stopwatch.GetElapsedTime(start);
        }
        return took;
    }

    private static void Insert(SqliteConnection write, SqliteTransaction transaction, string table, List<object[]> rows)
    {
        if (rows.Count == 0) return;
        using var command = write.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, rows[0].Length).Select(i => $"${i}"))})";
        var parameters = Enumerable.Range(0, rows[0].Length).Select(i => command.Parameters.Add(new($"${i}", null))).ToList();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) ((SqliteParameter)parameters[i]).Value = row[i];
            command.ExecuteNonQuery();
        }
    }

    private static List<object[]> Rows(SqliteConnection read, string sql, int from, int to)
    {
        using var command = read.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
