using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Jobs.Sharing;

/// <summary>Who may see a job: everybody; or, of a private one, whoever launched it and those who were invited.</summary>
internal static class JobAudience
{
    /// <summary>Every list goes through here.</summary>
    public static IQueryable<JobRow> VisibleTo(this IQueryable<JobRow> jobs, PortalDb db, Caller caller) => caller.IsSignedIn
        ? jobs.Where(
            j => !j.IsPrivate || j.VisitorKey == caller.Key || db.Guests.Any(g => g.JobNumber == j.Number && g.AccountKey == caller.Key))
        : jobs.Where(j => !j.IsPrivate);

    /// <summary>For those who follow a job live.</summary>
    /// <returns>Null when there is no such job.</returns>
    public static async Task<Audience?> FindJobAudienceAsync(this PortalDb db, int job, CancellationToken ct)
    {
        if (await db.Jobs.Where(j => j.Number == job).Select(j => new { j.IsPrivate, j.VisitorKey })
            .FirstOrDefaultAsync(ct) is not { } found) return null;
        return found.IsPrivate ? new(true, found.VisitorKey, await db.GuestsOfAsync(job, ct)) : Audience.Everybody;
    }

    /// <summary>A job as the permission table sees it.</summary>
    /// <returns>Null when there is none, and when it is private and not for this caller.</returns>
    public static async Task<Resource?> FindJobResourceAsync(this PortalDb db, int job, Caller caller, CancellationToken ct)
    {
        var found = await db.Jobs.Where(j => j.Number == job).Select(j => new
        {
            j.IsPrivate,
            j.State,
            IsOwner = j.VisitorKey == caller.Key,
            IsInvited = db.Guests.Any(g => g.JobNumber == j.Number && g.AccountKey == caller.Key),
        }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var thing = new Resource(
            found.IsOwner ? Relation.Owner : found.IsInvited ? Relation.Invited : Relation.Stranger, found.IsPrivate,
            !JobText.IsActive(found.State));
        return caller.May(Operation.ReadJob, thing) ? thing : null;
    }
}
