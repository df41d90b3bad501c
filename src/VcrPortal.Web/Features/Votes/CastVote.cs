using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Votes;

/// <summary>What somebody thinks of a trace; <see cref="None"/> withdraws.</summary>
public enum Opinion { None, Up, Down }

/// <summary>What became of a vote.</summary>
public enum VoteOutcome { Cast, NotAllowed, NoSuchTrace }

/// <summary>Gives, changes or withdraws one person's vote on a trace. However often it is sent, it is one vote.</summary>
public sealed class CastVote(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public async Task<VoteOutcome> RunAsync(int trace, int revision, Opinion opinion, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Deed.Vote)) return VoteOutcome.NotAllowed;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.TraceRevisions.AnyAsync(r => r.TraceNumber == trace && r.Revision == revision, ct)) return VoteOutcome.NoSuchTrace;
        if (opinion == Opinion.None) await db.Votes.Where(v => v.TraceNumber == trace && v.AccountKey == caller.Key).ExecuteDeleteAsync(ct);
        else if (await ChangeAsync(db, trace, revision, opinion, caller, ct) == 0) await GiveAsync(db, trace, revision, opinion, caller, ct);
        return VoteOutcome.Cast;
    }

    private async Task GiveAsync(PortalDb db, int trace, int revision, Opinion opinion, Caller caller, CancellationToken ct)
    {
        db.Votes.Add(new VoteRow { TraceNumber = trace, AccountKey = caller.Key, IsUp = opinion == Opinion.Up, Revision = revision, At = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The same click was sent twice and the other one was first: then there is a vote to change. Anything else is thrown.
            db.ChangeTracker.Clear();
            if (await ChangeAsync(db, trace, revision, opinion, caller, ct) == 0) throw;
        }
    }

    private async Task<int> ChangeAsync(PortalDb db, int trace, int revision, Opinion opinion, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Votes.Where(v => v.TraceNumber == trace && v.AccountKey == caller.Key)
            .ExecuteUpdateAsync(s => s.SetProperty(v => v.IsUp, opinion == Opinion.Up).SetProperty(v => v.Revision, revision).SetProperty(v => v.At, now), ct);
    }
}
