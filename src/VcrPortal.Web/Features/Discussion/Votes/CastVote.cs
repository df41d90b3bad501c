using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Discussion.Votes;

/// <summary>What somebody thinks of a trace or a claim; <see cref="None"/> withdraws.</summary>
public enum Opinion { None, Up, Down }

/// <summary>What became of a vote.</summary>
public abstract record VoteOutcome
{
    private VoteOutcome() { }

    /// <param name="Mine">What this person thinks from here on.</param>
    public sealed record Cast(OwnVote Mine) : VoteOutcome;
    public sealed record NotAllowed : VoteOutcome;
    public sealed record NoSuchTrace : VoteOutcome;
    public sealed record Invalid(string Reason) : VoteOutcome;
}

/// <param name="Revision">The one that is looked at.</param>
/// <param name="About">The trace as a whole, or a claim.</param>
/// <param name="Reason">With a claim that is disagreed with.</param>
/// <param name="Note">With <see cref="Disagreement.Other"/>, of <see cref="CastVote.LeastNote"/> characters or more; else as one
/// likes.</param>
public sealed record NewVote(int Trace, int Revision, Subject About, Opinion Opinion, Disagreement? Reason = null, string? Note = null);

/// <summary>Gives, changes or withdraws one person's vote. However often it is sent, it is one vote; a claim that a revision moved is still
/// the same claim.</summary>
[Requires(Operation.Vote)]
public sealed class CastVote(IDbContextFactory<PortalDb> databases, GraphCache graphs, DiscussionBell bell, TimeProvider clock)
{
    public const int LeastNote = 10;

    public async Task<VoteOutcome> RunAsync(NewVote vote, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.Vote)) return new VoteOutcome.NotAllowed();
        if (Check(vote) is { } problem) return new VoteOutcome.Invalid(problem);
        return await databases.InTransactionAsync(
            Repeatable.Always, (db, transaction) => CastAsync(db, transaction, vote, caller, ct), ct);
    }

    private async Task<VoteOutcome> CastAsync(PortalDb db, PortalTransaction transaction, NewVote vote, Caller caller, CancellationToken ct)
    {
        if (await db.FindResourceAsync<TraceRow>(vote.Trace, caller, ct) is not { } thing) return new VoteOutcome.NoSuchTrace();
        if (!caller.May(Operation.Vote, thing)) return new VoteOutcome.NotAllowed();
        if (!await LockDiscussion.TakeAsync(db, vote.Trace, ct)) return new VoteOutcome.NoSuchTrace();
        var outcome = await ChangeAsync(db, vote, caller, ct);
        if (outcome is not VoteOutcome.Cast) return outcome;
        await CountTalk.RunAsync(db, vote.Trace, ct);
        await transaction.CommitAsync(ct);
        bell.Ring(vote.Trace);
        return outcome;
    }

    /// <returns>One sentence that says what to do, or null.</returns>
    private static string? Check(NewVote vote)
    {
        if (vote.About is not (Subject.Whole or Subject.Node)) return "Votes are on a trace or on a claim of it.";
        if (vote.Note?.Length > VoteRow.NoteLength) return $"A note has at most {VoteRow.NoteLength} characters; this one has "
            + $"{vote.Note.Length:N0}.";
        if (vote.About is not Subject.Node || vote.Opinion != Opinion.Down) return null;
        if (vote.Reason is not { } reason || !Enum.IsDefined(reason)) return "Say what is wrong with this claim: choose a reason.";
        return reason == Disagreement.Other && (vote.Note?.Trim().Length ?? 0) < LeastNote
            ? $"Say in {LeastNote} characters or more what is wrong." : null;
    }

    private async Task<VoteOutcome> ChangeAsync(PortalDb db, NewVote vote, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.IsTooFastAsync(caller, Operation.Vote, now, ct)) return new VoteOutcome.Invalid(
            "You voted as often as one person may within ten minutes. Go on in a while.");
        if (await Anchors.ReadAsync(db, graphs, vote.Trace, vote.Revision, ct) is not { } anchors) return new VoteOutcome.NoSuchTrace();
        if (vote.About.Text.Length > Subject.MostCharacters || !anchors.Has(vote.About)) return new VoteOutcome.Invalid(
            "This revision has no such claim. Load the page again.");

        var mine = await db.Votes.AsTracking().Where(v => v.TraceNumber == vote.Trace && v.AccountKey == caller.Key).ToListAsync(ct);
        var same = mine.Where(v => IsAbout(v, vote, anchors)).ToList();
        var given = RowOf(vote, caller, now);
        if (given is null ? same.Count == 0 : same is [var only] && IsSame(only, given)) return Cast(given); // sent twice
        db.Votes.RemoveRange(same);
        await db.SaveChangesAsync(ct); // a row cannot be removed and added again in one go
        if (given is not null) db.Votes.Add(given);
        HistoryWriter.Add(
            db, caller, Operation.Vote, HistorySubject.PartOf(vote.Trace, vote.About.Text), now, VoteText.InTheLog(given));
        await db.SaveChangesAsync(ct);
        return Cast(given);
    }

    private static VoteOutcome.Cast Cast(VoteRow? given) =>
        new(given is null ? OwnVote.None : new(given.IsUp ? Opinion.Up : Opinion.Down, given.Reason, given.Note));

    private static VoteRow? RowOf(NewVote vote, Caller caller, DateTime now) => vote.Opinion == Opinion.None ? null : new VoteRow
    {
        TraceNumber = vote.Trace,
        AccountKey = caller.Key,
        Subject = vote.About.Text,
        Revision = vote.About is Subject.Whole ? 0
            : vote.Revision,
        IsUp = vote.Opinion == Opinion.Up,
        At = now,
        Reason = vote.Opinion == Opinion.Down ? vote.Reason : null,
        Note = vote.Opinion == Opinion.Down
            && !string.IsNullOrWhiteSpace(vote.Note) ? vote.Note.Trim() : null,
    };

    private static bool IsAbout(VoteRow row, NewVote vote, Anchors anchors) => Subject.Parse(row.Subject) switch
    {
        Subject.Node node => vote.About is Subject.Node && anchors.Find(row.Revision, node).Here == vote.About,
        _ => vote.About is Subject.Whole,
    };

    private static bool IsSame(VoteRow one, VoteRow other) =>
        (one.Subject, one.Revision, one.IsUp, one.Reason, one.Note) == (
            other.Subject, other.Revision, other.IsUp, other.Reason, other.Note);
}
