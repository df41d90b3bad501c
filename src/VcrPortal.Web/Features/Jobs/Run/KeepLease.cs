using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>What a look at its own row tells a worker.</summary>
public enum LeaseState { Held, StopRequested, Lost }

/// <summary>Renews a worker's lease, and notices a stop that was asked for in another process.</summary>
public sealed class KeepLease(IDbContextFactory<PortalDb> databases, IOptions<JobOptions> options, TimeProvider clock)
{
    /// <summary>How often a worker looks: a third of the lease, so that one slow look loses nothing, and at most 2 s, so that a stop is
    /// quick.</summary>
    public TimeSpan Interval => TimeSpan.FromSeconds(Math.Min(2, options.Value.LeaseSeconds / 3.0));

    public async Task<LeaseState> RunAsync(JobClaim claim, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var expires = clock.GetUtcNow().UtcDateTime + options.Value.Lease;
        var held = await EventLog.Held(db, claim).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeaseExpiresAt, expires), ct);
        if (held == 0) return LeaseState.Lost;
        return await db.Jobs.Where(j => j.Number == claim.JobNumber).Select(j => j.CancelRequested).SingleAsync(ct)
            ? LeaseState.StopRequested : LeaseState.Held;
    }
}
