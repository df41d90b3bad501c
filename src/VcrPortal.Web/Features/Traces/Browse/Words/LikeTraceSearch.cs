using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Browse.Words;

/// <summary>Works on every database: the words stand in the title, in one of the names or in the report, which are looked
/// through.</summary>
public sealed class LikeTraceSearch : ITraceSearch
{
    public IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, SoughtWords words, bool isExcluded)
    {
        if (words.Spellings is [var only]) return isExcluded ? Without(db, traces, only) : With(db, traces, only);
        if (isExcluded) return words.Spellings.Aggregate(traces, (rest, spelling) => Without(db, rest, spelling));
        var found = words.Spellings.Select(s => With(db, db.Traces, s).Select(t => t.Number)).Aggregate((one, other) => one.Union(other));
        return traces.Where(t => found.Contains(t.Number));
    }

    private static IQueryable<TraceRow> With(PortalDb db, IQueryable<TraceRow> traces, string words)
    {
        var (terms, texts, (folded, written, capital)) = (db.TraceTerms, db.TraceTexts, Patterns(words));
        return traces.Where(t => EF.Functions.Like(t.TitleFolded, folded, @"\")
            || terms.Any(term => term.TraceNumber == t.Number && EF.Functions.Like(term.Folded, folded, @"\"))
            || texts.Any(x => x.TraceNumber == t.Number
                && (EF.Functions.Like(x.Report, written, @"\") || EF.Functions.Like(x.Report, capital, @"\"))));
    }

    private static IQueryable<TraceRow> Without(PortalDb db, IQueryable<TraceRow> traces, string words)
    {
        var (terms, texts, (folded, written, capital)) = (db.TraceTerms, db.TraceTexts, Patterns(words));
        return traces.Where(t => !EF.Functions.Like(t.TitleFolded, folded, @"\")
            && !terms.Any(term => term.TraceNumber == t.Number && EF.Functions.Like(term.Folded, folded, @"\"))
            && !texts.Any(x => x.TraceNumber == t.Number
                && (EF.Functions.Like(x.Report, written, @"\") || EF.Functions.Like(x.Report, capital, @"\"))));
    }

    /// <summary>Reports keep their case, and the column compares it: as written, and as a sentence begins.</summary>
    private static (string Folded, string Written, string Capital) Patterns(string words) =>
        ($"%{Escape(words.ToSearchForm().Fit(100))}%", InReport(words), InReport(Capital(words)));

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
