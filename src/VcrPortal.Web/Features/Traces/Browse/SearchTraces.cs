using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Narrows traces to those that a text is about. LIKE works everywhere; full-text engines come behind the same call.</summary>
public interface ITraceSearch
{
    IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, string text);
}

/// <summary>Every word must stand in the title or in one of the terms.</summary>
public sealed class LikeTraceSearch : ITraceSearch
{
    /// <summary>Words that are looked at; each costs one scan, and nobody types more.</summary>
    public const int Words = 8;

    public IQueryable<TraceRow> Narrow(PortalDb db, IQueryable<TraceRow> traces, string text)
    {
        var terms = db.TraceTerms;
        foreach (var word in text.ToSearchForm().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Words))
        {
            var pattern = $"%{Escape(word.Fit(100))}%";
            traces = traces.Where(t => EF.Functions.Like(t.TitleFolded, pattern, @"\")
                || terms.Any(term => term.TraceNumber == t.Number && EF.Functions.Like(term.Folded, pattern, @"\")));
        }
        return traces;
    }

    /// <summary>Wild cards of LIKE as themselves; <c>[</c> is one on SQL Server.</summary>
    private static string Escape(string word) =>
        word.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal);
}

/// <summary>Finds traces, newest first; discarded ones stay outside, and those that reach no end unless they are asked for.</summary>
[Requires(Operation.ReadTrace)]
public sealed class SearchTraces(
    IDbContextFactory<PortalDb> databases, ITraceSearch search, EntityRecognizer recognizer, KnowledgeIndex names)
{
    public const int PageSize = 50;

    /// <summary>Pages beyond are empty: nobody reads so far, and skipping costs the database more with each page.</summary>
    public const int LastPage = 20_000;

    public async Task<TracePageOfResults> RunAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var page = Math.Clamp(query.Page, 1, LastPage);
        var found = Find(db, query, caller);
        var total = await found.CountAsync(ct);
        var items = await found.OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number)
            .Skip((page - 1) * PageSize).Take(PageSize).Select(TraceListing.Item).ToListAsync(ct);
        return new TracePageOfResults([.. items], total, page, PageSize);
    }

    /// <summary>How many more there are that reach no measurable end.</summary>
    public async Task<int> CountTooLittleAsync(TraceQuery query, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Find(db, query with { WithTooLittle = true }, caller).CountAsync(t => t.KnowsTooLittle, ct);
    }

    internal IQueryable<TraceRow> Find(PortalDb db, TraceQuery query, Caller caller)
    {
        var traces = db.Traces.VisibleTo(db, caller).Where(t => t.State != TraceState.Discarded);
        if (!query.WithTooLittle) traces = traces.Where(t => !t.KnowsTooLittle);
        if (!string.IsNullOrWhiteSpace(query.Compound)) traces = About(db, traces, TermKind.Compound, query.Compound);
        if (!string.IsNullOrWhiteSpace(query.CellLine)) traces = About(db, traces, TermKind.CellLine, query.CellLine);
        return string.IsNullOrWhiteSpace(query.Text) ? traces : search.Narrow(db, traces, query.Text);
    }

    private IQueryable<TraceRow> About(PortalDb db, IQueryable<TraceRow> traces, string kind, string name)
    {
        var known = kind == TermKind.Compound ? names.Compound(name)?.Name : kind == TermKind.CellLine ? names.Line(name)?.Name : null;
        // A synonym, or another usual way to write it, finds the traces of its compound.
        var folded = (known ?? recognizer.Match(name)?.Name ?? name).ToSearchForm().Fit(200);
        var terms = db.TraceTerms;
        return traces.Where(t => terms.Any(term => term.Kind == kind && term.Folded == folded && term.TraceNumber == t.Number));
    }
}
