using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>What a look at its own row tells a worker.</summary>
public enum ClaimState { Held, StopRequested, Lost }

/// <summary>Whether a worker still has its job: somebody may have asked to stop it, or, after a pause of the machine, another
/// may have taken it.</summary>
public sealed class CheckClaim(IDbContextFactory<PortalDb> databases)
{
    /// <summary>How often a worker looks, when no bell tells it to.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    public async Task<ClaimState> RunAsync(JobClaim claim, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await EventLog.Held(db, claim).Select(j => (bool?)j.CancelRequested).FirstOrDefaultAsync(ct) switch
        {
            null => ClaimState.Lost,
            true => ClaimState.StopRequested,
            false => ClaimState.Held,
        };
    }
}
