using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Words;

/// <summary>SQLite's own full-text index (FTS5), which the migration makes: words by their stems, without accents and case.</summary>
public sealed partial class FullTextOnSqlite : ITraceSearch
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
        // A375, A-375 and "a 375" are one name; in the index it is one word or two.
        return InPieces().Match(words.Text.Trim()) is { Success: true } name
            ? $"({Phrase(name.Groups[1].Value + name.Groups[2].Value, words.IsPrefix)} OR "
                + $"{Phrase($"{name.Groups[1].Value} {name.Groups[2].Value}", words.IsPrefix)})"
            : Phrase(words.Text, words.IsPrefix);
    }

    private static string Phrase(string text, bool isPrefix)
    {
        var expression = new StringBuilder("\"");
        foreach (var letter in text) expression.Append(letter == '"' ? ' ' : letter == '\0' ? ' ' : letter);
        return expression.Append('"').Append(isPrefix ? "*" : "").ToString();
    }

    [GeneratedRegex(@"^(\p{L}{1,6})[ \-]?([0-9]{1,6}\p{L}?)\z")]
    private static partial Regex InPieces();
}
