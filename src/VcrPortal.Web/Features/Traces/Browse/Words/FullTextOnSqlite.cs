using System.Text;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Words;

/// <summary>SQLite's own full-text index (FTS5), which the migration makes: words by their stems, without accents and case.</summary>
public sealed class FullTextOnSqlite : ITraceSearch
{
    public IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, SoughtWords words, bool isExcluded)
    {
        // A word of signs alone stands in no index.
        if (Expression(words) is not { } expression) return isExcluded ? traces : traces.Where(_ => false);
        var found = db.Database.SqlQuery<int>($"SELECT rowid AS Value FROM TraceWords WHERE TraceWords MATCH {expression}");
        return isExcluded ? traces.Where(t => !found.Contains(t.Number)) : traces.Where(t => found.Contains(t.Number));
    }

    public Task KeepAsync(PortalDb db, int trace, string text, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO TraceWords (rowid, Body) VALUES ({trace}, {text})", ct);

    public Task KeepNewAsync(PortalDb db, IEnumerable<(int Trace, string Text)> texts, CancellationToken ct)
    {
        using var insert = new SqliteStatement(db, "INSERT INTO TraceWords (rowid, Body) VALUES (?, ?)");
        foreach (var (trace, text) in texts)
        {
            ct.ThrowIfCancellationRequested();
            insert.Bind(1, trace);
            insert.Bind(2, text);
            insert.Run();
        }
        return Task.CompletedTask;
    }

    /// <summary>In the language of FTS5 a quoted text is a phrase, whatever stands in it. Null where no word is in it.</summary>
    internal static string? Expression(SoughtWords words)
    {
        if (!words.Text.Any(char.IsLetterOrDigit)) return null;
        // In the index a name in pieces is one word or two, whatever stands between them.
        var spellings = words.Spellings.Take(2).Select(s => Phrase(s, words.IsPrefix)).ToList();
        return spellings.Count == 1 ? spellings[0] : $"({string.Join(" OR ", spellings)})";
    }

    private static string Phrase(string text, bool isPrefix)
    {
        var expression = new StringBuilder("\"");
        foreach (var letter in text) expression.Append(letter == '"' ? ' ' : letter == '\0' ? ' ' : letter);
        return expression.Append('"').Append(isPrefix ? "*" : "").ToString();
    }
}
