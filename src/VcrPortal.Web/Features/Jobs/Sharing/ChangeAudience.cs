using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>What an owner wants to change about who may see a job and the trace that it made.</summary>
public abstract record AudienceChange
{
    private AudienceChange() { }

    public sealed record MakePrivate : AudienceChange;
    public sealed record MakePublic : AudienceChange;
    /// <param name="Name">The name of an account, in any case of letters.</param>
    public sealed record Invite(string? Name) : AudienceChange;
    public sealed record Uninvite(string? AccountKey) : AudienceChange;
}

/// <summary>What became of it.</summary>
public abstract record AudienceOutcome
{
    private AudienceOutcome() { }

    public sealed record Changed : AudienceOutcome;
    public sealed record NotAllowed : AudienceOutcome;
    public sealed record NotFound : AudienceOutcome;
    public sealed record Refused(AudienceRefusal Why) : AudienceOutcome;
}

/// <summary>Why an owner's change was not made; <see cref="AudienceText"/> says it.</summary>
public enum AudienceRefusal { TooFast, NoName, NobodyOfThisName, Owner, TooManyGuests }

/// <param name="Name">Null once the account is gone.</param>
public sealed record Guest(string Key, string? Name);

/// <summary>Who may see a job and its trace, as its owner reads it.</summary>
public sealed record AudienceView(bool IsPrivate, ImmutableArray<Guest> Guests);

/// <summary>Opens a job and its trace to everybody, closes them, invites and uninvites. Who follows them live and may no longer see them
/// loses them at once.</summary>
[Requires(Operation.ChangeAudience)]
public sealed class ChangeAudience(IDbContextFactory<PortalDb> databases, JobFeed feed, DiscussionBell bell, TimeProvider clock)
{
    /// <summary>People who are invited to one job.</summary>
    public const int MostGuests = 100;

    public async Task<AudienceOutcome> RunAsync(int job, AudienceChange change, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<JobRow>(job, caller, ct) is not { } thing) return new AudienceOutcome.NotFound();
        if (!caller.May(Operation.ChangeAudience, thing)) return new AudienceOutcome.NotAllowed();
        return await databases.InTransactionAsync(
            Repeatable.IfUndone, (unit, transaction) => ChangeAsync(unit, transaction, job, change, caller, ct), ct);
    }

    private async Task<AudienceOutcome> ChangeAsync(
        PortalDb db, PortalTransaction transaction, int job, AudienceChange change, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isActive = await LockAsync(db, job, ct);
        if (await db.IsTooFastAsync(caller, Operation.ChangeAudience, now, ct)) return Refused(AudienceRefusal.TooFast);
        if (await ApplyAsync(db, job, change, caller, now, ct) is { } refusal) return refusal;
        var trace = await db.Traces.Where(t => t.JobNumber == job).Select(t => (int?)t.Number).FirstOrDefaultAsync(ct);
        if (trace is { } number) await LockDiscussion.TakeAsync(db, number, ct); // so that those who follow it read again
        HistoryWriter.Add(db, caller, Operation.ChangeAudience, HistorySubject.Job(job, trace), now, Word(change));
        await db.SaveChangesAsync(ct);
        if (isActive) await EventLog.WriteAsync(
            db, job, await EventLog.TakeAsync(db, job, 1, ct), now, [new JobEventBody.AudienceChanged()], ct);
        await transaction.CommitAsync(ct);
        feed.Ring(job);
        if (trace is { } changed) bell.Ring(changed);
        return new AudienceOutcome.Changed();
    }

    /// <summary>For the owner only.</summary>
    /// <returns>Null for anybody else.</returns>
    public async Task<AudienceView?> ReadAsync(int job, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<JobRow>(job, caller, ct) is not { } thing
            || !caller.May(Operation.ChangeAudience, thing)) return null;
        var guests = from g in db.Guests
                     where g.JobNumber == job
                     join a in db.Users on g.AccountKey equals a.Id into accounts
                     from a in accounts.DefaultIfEmpty()
                     orderby g.At, g.AccountKey
                     select new Guest(g.AccountKey, a == null ? null : a.UserName);
        return new(thing.IsPrivate, [.. await guests.ToListAsync(ct)]);
    }

    /// <summary>Until the commit the job neither ends nor is changed by another tab of its owner.</summary>
    /// <returns>Whether the job goes on: then its followers are told through its log.</returns>
    private static async Task<bool> LockAsync(PortalDb db, int job, CancellationToken ct)
    {
        await db.Jobs.Where(j => j.Number == job).ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, j => j.IsPrivate), ct);
        return await db.Jobs.AnyAsync(j => j.Number == job && (j.State == JobState.Queued || j.State == JobState.Running), ct);
    }

    private static async Task<AudienceOutcome?> ApplyAsync(
        PortalDb db, int job, AudienceChange change, Caller caller, DateTime now, CancellationToken ct)
    {
        switch (change)
        {
            case AudienceChange.Invite(var name): return await InviteAsync(db, job, name, caller, now, ct);
            case AudienceChange.Uninvite(var key):
                await db.Guests.Where(g => g.JobNumber == job && g.AccountKey == key)
                .ExecuteDeleteAsync(ct); return null;
            default:
                var isPrivate = change is AudienceChange.MakePrivate;
                await db.Jobs.Where(j => j.Number == job).ExecuteUpdateAsync(s => s.SetProperty(j => j.IsPrivate, isPrivate), ct);
                await db.Traces.Where(t => t.JobNumber == job).ExecuteUpdateAsync(s => s.SetProperty(t => t.IsPrivate, isPrivate), ct);
                return null;
        }
    }

    private static async Task<AudienceOutcome?> InviteAsync(
        PortalDb db, int job, string? name, Caller caller, DateTime now, CancellationToken ct)
    {
        var normal = name?.Trim().TrimStart('@').ToUpperInvariant(); // as Identity normalises
        if (string.IsNullOrEmpty(normal)) return Refused(AudienceRefusal.NoName);
        var guest = await db.Users.Where(a => a.NormalizedUserName == normal).Select(a => a.Id).FirstOrDefaultAsync(ct);
        if (guest is null) return Refused(AudienceRefusal.NobodyOfThisName);
        if (guest == caller.Key) return Refused(AudienceRefusal.Owner);
        if (await db.Guests.AnyAsync(g => g.JobNumber == job && g.AccountKey == guest, ct)) return null;
        if (await db.Guests.CountAsync(g => g.JobNumber == job, ct) >= MostGuests)
            return Refused(AudienceRefusal.TooManyGuests);
        db.Guests.Add(new GuestRow { JobNumber = job, AccountKey = guest, At = now });
        return null;
    }

    private static AudienceOutcome Refused(AudienceRefusal why) => new AudienceOutcome.Refused(why);

    private static string Word(AudienceChange change) => change switch
    {
        AudienceChange.MakePrivate => "private",
        AudienceChange.MakePublic => "public",
        AudienceChange.Invite => "invited",
        _ => "uninvited",
    };
}
