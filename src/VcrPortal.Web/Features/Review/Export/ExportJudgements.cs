using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Review.Agreement;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Review.Export;

/// <summary>Hands out what people judged, voted, wrote and suggested on public traces, for whoever trains or evaluates on it. Judgements
/// leave once their review is over; and nothing leaves to somebody who is still to judge it blind.</summary>
[Requires(Operation.ExportTrace)]
public sealed class ExportJudgements(
    IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<ExportJudgements> log)
{
    /// <param name="trace">Null for all.</param>
    /// <param name="format">The format as the entry in the history calls it.</param>
    /// <returns>The words by kind, oldest first; null when the caller may not, or there is no such trace for them.</returns>
    public async Task<IAsyncEnumerable<ExportedWord>?> RunAsync(int? trace, string format, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ExportTrace)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (trace is { } number && !await Shown(db, trace, caller).AnyAsync(t => t.Number == number, ct)) return null;
        if (caller.IsSignedIn)
            await HistoryWriter.NoteAsync(
                db, caller.Key, Operation.ExportTrace, trace is { } one ? HistorySubject.WholeTrace(one) : HistorySubject.None,
                clock.GetUtcNow().UtcDateTime, "judgements." + format, log, ct);
        return ReadAsync(trace, caller, ct);
    }

    private async IAsyncEnumerable<ExportedWord> ReadAsync(int? trace, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (shown, people) = (Shown(db, trace, caller), await Signatures.ReadAsync(db, ct));
        await foreach (var word in Judgements(db, shown, people).WithCancellation(ct)) yield return word;
        await foreach (var word in Votes(db, shown, people).WithCancellation(ct)) yield return word;
        await foreach (var word in Comments(db, shown, people).WithCancellation(ct)) yield return word;
        await foreach (var word in Suggestions(db, shown, people).WithCancellation(ct)) yield return word;
    }

    private static IQueryable<TraceRow> Shown(PortalDb db, int? trace, Caller caller) =>
        db.Traces.NotHeldBack(db, caller).Where(t => !t.IsPrivate && (trace == null || t.Number == trace));

    private static IAsyncEnumerable<ExportedWord> Judgements(
        PortalDb db, IQueryable<TraceRow> shown, Signatures people) => (
        from j in db.Judgements
        join r in ReadAgreement.Done(db) on new { j.TraceNumber, j.Revision } equals new { r.TraceNumber, r.Revision }
        where shown.Any(t => t.Number == j.TraceNumber)
        orderby j.TraceNumber, j.Revision, j.At, j.AccountKey, j.Claim, j.Step
        select new { Judgement = j, r.Rubric, r.State }).AsAsyncEnumerable().Select(x => new ExportedWord(
            "judgement", ExportedWord.NameOf(x.Judgement.TraceNumber), x.Judgement.Revision, x.Judgement.Claim, x.Judgement.Primitive,
            people.For(x.Judgement.AccountKey), people.Names(x.Judgement.AccountKey), x.Judgement.Answer.ToString(),
            x.Judgement.Step.ToString(),
            x.Judgement.Reason?.ToString(), x.Judgement.Note, x.Judgement.At, x.Rubric, x.State.ToString()));

    private static IAsyncEnumerable<ExportedWord> Votes(
        PortalDb db, IQueryable<TraceRow> shown, Signatures people) =>
        db.Set<VoteRow>().Where(v => shown.Any(t => t.Number == v.TraceNumber))
            .OrderBy(v => v.TraceNumber).ThenBy(v => v.At).ThenBy(v => v.AccountKey).ThenBy(v => v.Subject).AsAsyncEnumerable()
            .Select(v => new ExportedWord(
                "vote", ExportedWord.NameOf(v.TraceNumber), v.Revision, v.Subject, null, people.For(v.AccountKey),
                people.Names(v.AccountKey),
                v.IsUp ? "agree" : "disagree", null, v.Reason?.ToString(), v.Note, v.At, null, null));

    private static IAsyncEnumerable<ExportedWord> Comments(
        PortalDb db, IQueryable<TraceRow> shown, Signatures people) =>
        db.Set<CommentRow>().Where(c => c.DeletedAt == null && c.HeldBackAt == null && shown.Any(t => t.Number == c.TraceNumber))
            .OrderBy(c => c.Number).AsAsyncEnumerable()
            .Select(c => new ExportedWord(
                "comment", ExportedWord.NameOf(c.TraceNumber), c.Revision, c.Subject, null, people.For(c.AuthorKey),
                people.Names(c.AuthorKey), "", null,
                null, c.Text, c.At, null, null));

    private static IAsyncEnumerable<ExportedWord> Suggestions(
        PortalDb db, IQueryable<TraceRow> shown, Signatures people) =>
        db.Set<SuggestionRow>().Where(s => shown.Any(t => t.Number == s.TraceNumber)).OrderBy(s => s.Number).AsAsyncEnumerable()
            .Select(s => new ExportedWord(
                "suggestion", ExportedWord.NameOf(s.TraceNumber), s.Base, null, null, people.For(s.AuthorKey), people.Names(s.AuthorKey),
                s.State.ToString(), null, s.Rationale, s.Text, s.At, null, null));
}
