using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Annotations;

/// <summary>What became of a mark.</summary>
public abstract record MarkOutcome
{
    private MarkOutcome() { }

    public sealed record Marked(int Passage) : MarkOutcome;
    public sealed record NotAllowed : MarkOutcome;
    public sealed record NotFound : MarkOutcome;
    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Invalid(string Reason) : MarkOutcome;
}

/// <param name="Revision">The one that is looked at.</param>
/// <param name="Exact">The words as whoever chose them saw them: they must be the ones at this place.</param>
/// <param name="Opinion">Null to choose the passage only, so that something can be said about it.</param>
public sealed record NewMark(int Trace, int Revision, TextSpan Span, string? Exact, PassageOpinion? Opinion = null);

/// <summary>Chooses a passage of a report and says in one word what one thinks of it. The same place again is the same passage, and one
/// person has one mark there.</summary>
[Requires(Operation.MarkPassage)]
public sealed class MarkPassage(IDbContextFactory<PortalDb> databases, ReportTexts reports, DiscussionBell bell, TimeProvider clock)
{
    /// <summary>Passages of one trace.</summary>
    public const int MostOfTrace = 1_000;

    private const string Stale = "These words are not at this place of the report. Load the page again and choose them once more.";

    public Task<MarkOutcome> RunAsync(NewMark mark, Caller caller, CancellationToken ct) =>
        LockedAsync(mark.Trace, caller, async (db, now) =>
        {
            if (await reports.ReadAsync(db, mark.Trace, mark.Revision, ct) is not { } text) return new MarkOutcome.NotFound();
            if (mark.Span.Length > TextQuote.MostExact) return new MarkOutcome.Invalid(
                $"A passage has at most {TextQuote.MostExact:N0} characters; this one has {mark.Span.Length:N0}. Choose less of it.");
            if (TextQuote.At(text, mark.Span) is not { } quote || quote.Exact != mark.Exact || string.IsNullOrWhiteSpace(quote.Exact))
                return new MarkOutcome.Invalid(Stale);
            var known = await db.Passages.Where(p => p.TraceNumber == mark.Trace && p.Revision == mark.Revision
                && p.Start == mark.Span.Start && p.End == mark.Span.End).Select(p => (int?)p.Number).FirstOrDefaultAsync(ct);
            if (known is null && await db.Passages.CountAsync(p => p.TraceNumber == mark.Trace, ct) >= MostOfTrace)
                return new MarkOutcome.Invalid(
                    $"This report has {MostOfTrace:N0} marked passages, which is the most. Write on one of those.");
            var number = known ?? await AddAsync(db, mark, quote, now, ct);
            if (mark.Opinion is { } opinion) await SetAsync(db, number, opinion, caller, now, ct);
            if (known is null || mark.Opinion is not null) Note(db, mark.Trace, number, mark.Opinion, caller, now);
            return new MarkOutcome.Marked(number);
        }, ct);

    /// <summary>Changes or takes back one's own mark on a passage that is there.</summary>
    /// <param name="opinion">Null takes it back.</param>
    public async Task<MarkOutcome> ChangeAsync(int passage, PassageOpinion? opinion, Caller caller, CancellationToken ct)
    {
        await using var asked = await databases.CreateDbContextAsync(ct);
        var trace = await asked.Passages.Where(p => p.Number == passage).Select(p => p.TraceNumber).FirstOrDefaultAsync(ct);
        return await LockedAsync(trace, caller, async (db, now) =>
        {
            await SetAsync(db, passage, opinion, caller, now, ct);
            Note(db, trace, passage, opinion, caller, now);
            return new MarkOutcome.Marked(passage);
        }, ct);
    }

    private async Task<MarkOutcome> LockedAsync(
        int trace, Caller caller, Func<PortalDb, DateTime, Task<MarkOutcome>> work, CancellationToken ct)
    {
        if (!caller.May(Operation.MarkPassage)) return new MarkOutcome.NotAllowed();
        return await databases.InTransactionAsync<MarkOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            if (!await LockDiscussion.TakeAsync(db, trace, ct)
                || await db.FindResourceAsync<TraceRow>(trace, caller, ct) is not { } thing) return new MarkOutcome.NotFound();
            if (!caller.May(Operation.MarkPassage, thing)) return new MarkOutcome.NotAllowed();
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.IsTooFastAsync(caller, Operation.MarkPassage, now, ct)) return new MarkOutcome.Invalid(
                "You marked as much as one person may within ten minutes. Go on in a while.");
            var outcome = await work(db, now);
            if (outcome is not MarkOutcome.Marked) return outcome;
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            bell.Ring(trace);
            return outcome;
        }, ct);
    }

    private static async Task<int> AddAsync(PortalDb db, NewMark mark, TextQuote quote, DateTime now, CancellationToken ct)
    {
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Passage, 1, ct);
        db.Passages.Add(new PassageRow
        {
            Number = number,
            TraceNumber = mark.Trace,
            Revision = mark.Revision,
            Start = mark.Span.Start,
            End = mark.Span.End,
            Exact = quote.Exact,
            Prefix = quote.Prefix,
            Suffix = quote.Suffix,
            At = now,
        });
        return number;
    }

    private static async Task SetAsync(
        PortalDb db, int passage, PassageOpinion? opinion, Caller caller, DateTime now, CancellationToken ct)
    {
        await db.PassageMarks.Where(m => m.PassageNumber == passage && m.AccountKey == caller.Key).ExecuteDeleteAsync(ct);
        if (opinion is { } given) db.PassageMarks.Add(
            new PassageMarkRow { PassageNumber = passage, AccountKey = caller.Key, Opinion = given, At = now });
    }

    private static void Note(PortalDb db, int trace, int passage, PassageOpinion? opinion, Caller caller, DateTime now) =>
        HistoryWriter.Add(db, caller, Operation.MarkPassage, HistorySubject.PartOf(trace, new Subject.Passage(passage).Text), now,
            opinion?.ToString());
}
