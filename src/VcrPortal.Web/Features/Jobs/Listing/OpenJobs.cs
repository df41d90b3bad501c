using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>How many public jobs are not over.</summary>
public readonly record struct OpenJobs(int Running, int Queued)
{
    internal static async Task<OpenJobs> CountAsync(PortalDb db, CancellationToken ct) => new(
        await db.Jobs.CountAsync(j => j.State == JobState.Running && !j.IsPrivate, ct),
        await db.Jobs.CountAsync(j => j.State == JobState.Queued && !j.IsPrivate, ct));
}
