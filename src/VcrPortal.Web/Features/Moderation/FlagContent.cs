using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Moderation;

/// <param name="Note">For moderators alone.</param>
public sealed record NewFlag(FlagKind Kind, int Target, FlagReason? Reason, string? Note = null);

/// <summary>Asks a moderator to look at a text. The same person's flag on the same text is one until it is decided.</summary>
[Requires(Operation.FlagContent)]
public sealed class FlagContent(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public async Task<FlagOutcome> RunAsync(NewFlag flag, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.FlagContent)) return new FlagOutcome.NotAllowed();
        if (flag.Reason is not { } reason || !Enum.IsDefined(reason)) return new FlagOutcome.Invalid("Choose why a moderator should look.");
        if (flag.Note?.Length > FlagRow.NoteLength) return new FlagOutcome.Invalid(
            $"The note has at most {FlagRow.NoteLength} characters; this one has {flag.Note.Length:N0}.");
        if (reason == FlagReason.Other && string.IsNullOrWhiteSpace(flag.Note)) return new FlagOutcome.Invalid(
            "Say in the note what is wrong with it.");
        return await databases.InTransactionAsync<FlagOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            if (await FlagTarget.FindAsync(db, flag.Kind, flag.Target, caller, ct) is not { } target) return new FlagOutcome.NotFound();
            if (target.AuthorKey == caller.Key) return new FlagOutcome.Invalid("It is your own. Change or delete it where it stands.");
            var outcome = await AddAsync(db, flag, reason, target, caller, ct);
            if (outcome is FlagOutcome.Flagged) await transaction.CommitAsync(ct);
            return outcome;
        }, ct);
    }

    private async Task<FlagOutcome> AddAsync(
        PortalDb db, NewFlag flag, FlagReason reason, FlagTarget target, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The series stays locked until the end, so that what is sent twice at once is seen.
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Flag, 1, ct);
        if (await db.Flags.Where(f => f.Kind == flag.Kind && f.Target == flag.Target && f.FlaggerKey == caller.Key
            && f.State == FlagState.Open).Select(f => (int?)f.Number).FirstOrDefaultAsync(ct) is { } known)
            return new FlagOutcome.Flagged(known);
        if (await db.IsTooFastAsync(caller, Operation.FlagContent, now, ct)) return new FlagOutcome.Invalid(
            "You flagged as often as one person may within ten minutes. Go on in a while.");
        db.Flags.Add(new FlagRow
        {
            Number = number,
            Kind = flag.Kind,
            Target = flag.Target,
            TraceNumber = target.Trace,
            Reason = reason,
            Note = string.IsNullOrWhiteSpace(flag.Note) ? null : flag.Note.Trim(),
            FlaggerKey = caller.Key.Fit(32),
            AuthorKey = target.AuthorKey.Fit(32),
            At = now,
        });
        HistoryWriter.Add(
            db, caller, Operation.FlagContent, HistorySubject.Flag(number, target.Trace), now, FlagText.For(reason));
        await db.SaveChangesAsync(ct);
        return new FlagOutcome.Flagged(number);
    }
}
