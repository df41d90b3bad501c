using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>All passages of a trace that were chosen, in any revision, at their places in the one that is shown.</summary>
public sealed class ReadPassages(ReportTexts reports)
{
    /// <summary>For whom permission was asked already.</summary>
    internal async Task<ImmutableArray<PassageView>> ReadAsync(PortalDb db, int trace, int shown, CancellationToken ct)
    {
        var rows = await db.Passages.Where(p => p.TraceNumber == trace).OrderBy(p => p.Number).Take(MarkPassage.MostOfTrace)
            .ToListAsync(ct);
        if (rows.Count == 0 || await reports.ReadAsync(db, trace, shown, ct) is not { } text) return [];
        var marks = (await (
            from m in db.PassageMarks
            join p in db.Passages on m.PassageNumber equals p.Number
            where p.TraceNumber == trace
            join a in db.Users on m.AccountKey equals a.Id into authors
            from a in authors.DefaultIfEmpty()
            orderby m.At, m.AccountKey
            select new { m.PassageNumber, Mark = new PassageMark(m.AccountKey, a == null ? null : a.UserName, m.Opinion, m.At) })
            .ToListAsync(ct)).ToLookup(m => m.PassageNumber, m => m.Mark);
        return [.. rows.Select(row => View(row, text, shown, [.. marks[row.Number]]))];
    }

    private static PassageView View(PassageRow row, CodePoints text, int shown, ImmutableArray<PassageMark> marks)
    {
        var (quote, span) = (new TextQuote(row.Exact, row.Prefix, row.Suffix), new TextSpan(row.Start, row.End));
        var here = row.Revision == shown ? new PassagePlace.Found(span) : PlaceQuote.In(text, quote, span);
        return new(row.Number, row.Revision, quote, span, here, marks, row.At);
    }
}
