using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Moderation;

/// <param name="State">Open takes a decision back.</param>
/// <param name="Note">Why, for the flagger and the author.</param>
/// <param name="Seen">The state in which the moderator saw it: of two who decide at once, the second hears of the first.</param>
public sealed record FlagDecision(int Flag, FlagState State, FlagState Seen, string? Note = null);

/// <summary>Upholds a flag, dismisses it, or takes either back. Nobody decides on a flag of their own text, or on one that they raised. A
/// comment of which a flag is upheld is held back from everybody; other texts say so where they stand.</summary>
[Requires(Operation.DecideFlag)]
public sealed class DecideFlag(IDbContextFactory<PortalDb> databases, DiscussionBell bell, TimeProvider clock)
{
    public async Task<FlagOutcome> RunAsync(FlagDecision decision, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.DecideFlag)) return new FlagOutcome.NotAllowed();
        if (decision.Note?.Length > FlagRow.NoteLength) return new FlagOutcome.Invalid(
            $"The reason has at most {FlagRow.NoteLength} characters; this one has {decision.Note.Length:N0}.");
        if (string.IsNullOrWhiteSpace(decision.Note)) return new FlagOutcome.Invalid(
            "Say in a sentence why, for whoever flagged it and whoever wrote it.");
        int? trace = null;
        var outcome = await databases.InTransactionAsync<FlagOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            if (await LockAsync(db, decision.Flag, ct) is not { } flag) return new FlagOutcome.NotFound();
            if (flag.TraceNumber is { } number && await db.FindResourceAsync<TraceRow>(number, caller, ct) is null) return
                new FlagOutcome.NotFound();
            if (ConflictOf(flag, caller) is { } conflict) return new FlagOutcome.Invalid(conflict);
            if (flag.State != decision.Seen) return new FlagOutcome.Invalid(
                $"Somebody decided on it meanwhile: it is {FlagText.For(flag.State)}.");
            await DecideAsync(db, flag, decision, caller, ct);
            await transaction.CommitAsync(ct);
            trace = flag.TraceNumber;
            return new FlagOutcome.Decided(flag.State);
        }, ct);
        if (trace is { } changed) bell.Ring(changed);
        return outcome;
    }

    /// <summary>Why this moderator leaves it to another one.</summary>
    /// <returns>Null where they may decide.</returns>
    internal static string? ConflictOf(FlagRow flag, Caller caller) =>
        flag.AuthorKey == caller.Key ? "It is about your own text, so somebody else decides on it."
        : flag.FlaggerKey == caller.Key ? "You flagged it, so somebody else decides on it."
        : null;

    private static async Task<FlagRow?> LockAsync(PortalDb db, int number, CancellationToken ct)
    {
        var flags = db.Flags.Where(f => f.Number == number);
        return await flags.ExecuteUpdateAsync(s => s.SetProperty(f => f.Version, f => f.Version + 1), ct) == 0 ? null
            : await flags.AsTracking().SingleAsync(ct);
    }

    private async Task DecideAsync(PortalDb db, FlagRow flag, FlagDecision decision, Caller caller, CancellationToken ct)
    {
        var (now, why) = (clock.GetUtcNow().UtcDateTime, decision.Note!.Trim());
        var isOver = decision.State != FlagState.Open;
        flag.State = decision.State;
        (flag.DecidedBy, flag.DecidedAt, flag.Decision) = isOver ? (caller.Key.Fit(32), (DateTime?)now, why) : (null, null, null);
        var word = isOver ? FlagText.For(flag.State) : "taken back";
        HistoryWriter.Add(db, caller, Operation.DecideFlag, HistorySubject.Flag(flag.Number, flag.TraceNumber), now, word);
        await db.SaveChangesAsync(ct);
        if (flag.Kind == FlagKind.Comment && flag.TraceNumber is { } trace) await HoldBackComment.RunAsync(
            db, trace, flag.Target, await db.Flags.AnyAsync(
                f => f.Kind == FlagKind.Comment && f.Target == flag.Target && f.State == FlagState.Upheld, ct) ? now : null, ct);
        await NotifyAsync(db, flag, flag.FlaggerKey, $"your flag on a {FlagText.For(flag.Kind)} is {word}: {why}", caller, now, ct);
        await NotifyAsync(db, flag, flag.AuthorKey, $"a flag on your {FlagText.For(flag.Kind)} is {word}: {why}", caller, now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static Task NotifyAsync(
        PortalDb db, FlagRow flag, string whom, string what, Caller caller, DateTime now, CancellationToken ct) =>
        new NotificationDraft(NotificationKind.Flag, flag.TraceNumber, flag.Target, caller.Key, now)
        {
            Authors = [whom],
            Watchers = false,
            Title = what,
        }.AddAsync(db, ct);
}
