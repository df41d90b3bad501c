using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>One writer at a time on one proposal.</summary>
internal static class LockProposal
{
    /// <summary>First in the caller's transaction: the row stays locked until it ends.</summary>
    /// <returns>The proposal, tracked; null when there is none.</returns>
    public static async Task<ProposalRow?> TakeAsync(PortalDb db, int number, CancellationToken ct)
    {
        var proposals = db.Proposals.Where(p => p.Number == number);
        return await proposals.ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version + 1), ct) == 0 ? null
            : await proposals.AsTracking().SingleAsync(ct);
    }
}
