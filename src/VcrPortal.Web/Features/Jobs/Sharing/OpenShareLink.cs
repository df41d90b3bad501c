using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>What a link leads to.</summary>
/// <param name="Trace">Null while there is none yet.</param>
/// <param name="ExpiresAt">UTC; null: when it is revoked.</param>
public sealed record OpenedLink(int Job, int? Trace, DateTime? ExpiresAt)
{
    /// <summary>The key of whoever comes by a link.</summary>
    private const string ReaderKey = "link";

    /// <summary>Whoever has the link, whatever their account: may read this job and its trace, and do nothing to it.</summary>
    public Caller Reader => Caller.Visitor(ReaderKey) with { SharedJob = Job };
}

/// <summary>Opens a share link. Asked anew for every page: one that was revoked or has expired opens nothing from then on.</summary>
[Requires(Operation.ReadTrace)]
public sealed class OpenShareLink(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <returns>Null for a token that opens nothing, or nothing any more: the three cannot be told apart.</returns>
    public async Task<OpenedLink?> RunAsync(string? token, CancellationToken ct)
    {
        if (ShareToken.HashOf(token) is not { } hash) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var link = await db.ShareLinks.Where(l => l.TokenHash == hash).FirstOrDefaultAsync(ct);
        if (link is null || !ShareToken.Same(link.TokenHash, hash)) return null;
        if (!link.IsOpen(clock.GetUtcNow().UtcDateTime)) return null;
        var trace = await db.Traces.Where(t => t.JobNumber == link.JobNumber).Select(t => (int?)t.Number).FirstOrDefaultAsync(ct);
        return new(link.JobNumber, trace, link.ExpiresAt);
    }
}
