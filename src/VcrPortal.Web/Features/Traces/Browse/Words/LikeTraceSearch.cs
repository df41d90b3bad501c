using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Words;

/// <summary>Works on every database: the words stand in the title, in one of the names or in the report, which are looked
/// through.</summary>
public sealed class LikeTraceSearch : ITraceSearch
{
    public IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, SoughtWords words, bool isExcluded)
    {
        var (terms, texts) = (db.TraceTerms, db.TraceTexts);
        var pattern = $"%{Escape(words.Text.ToSearchForm().Fit(100))}%";
        // Reports keep their case, and the column compares it: as written, and as a sentence begins.
        var (written, capital) = (InReport(words.Text), InReport(Capital(words.Text)));
        return isExcluded
            ? traces.Where(t => !EF.Functions.Like(t.TitleFolded, pattern, @"\")
                && !terms.Any(term => term.TraceNumber == t.Number && EF.Functions.Like(term.Folded, pattern, @"\"))
                && !texts.Any(x => x.TraceNumber == t.Number
                    && (EF.Functions.Like(x.Report, written, @"\") || EF.Functions.Like(x.Report, capital, @"\"))))
            : traces.Where(t => EF.Functions.Like(t.TitleFolded, pattern, @"\")
                || terms.Any(term => term.TraceNumber == t.Number && EF.Functions.Like(term.Folded, pattern, @"\"))
                || texts.Any(x => x.TraceNumber == t.Number
                    && (EF.Functions.Like(x.Report, written, @"\") || EF.Functions.Like(x.Report, capital, @"\"))));
    }

    /// <summary>It looks through what is stored anyway.</summary>
    public Task KeepAsync(PortalDb db, int trace, string text, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc />
    public Task KeepNewAsync(PortalDb db, IEnumerable<(int Trace, string Text)> texts, CancellationToken ct) => Task.CompletedTask;

    private static string InReport(string text) => $"%{Escape(text.Fit(100))}%";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Wild cards of LIKE as themselves; <c>[</c> is one on SQL Server.</summary>
    private static string Escape(string word) =>
        word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal);
}
