using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>Who may see a job: everybody; or, of a private one, whoever launched it and those who were invited.</summary>
internal static class JobAudience
{
    /// <summary>Every list goes through here.</summary>
    public static IQueryable<JobRow> VisibleTo(this IQueryable<JobRow> jobs, PortalDb db, Caller caller) => caller.IsSignedIn
        ? jobs.Where(j => !j.IsPrivate || j.VisitorKey == caller.Key || db.Guests.Any(g => g.JobNumber == j.Number && g.AccountKey == caller.Key))
        : jobs.Where(j => !j.IsPrivate);

    /// <summary>A job as the permission table sees it.</summary>
    /// <returns>Null when there is none, and when it is private and not for this caller.</returns>
    public static async Task<Thing?> FindJobThingAsync(this PortalDb db, int job, Caller caller, CancellationToken ct)
    {
        var found = await db.Jobs.Where(j => j.Number == job).Select(j => new
        {
            j.IsPrivate, j.State, IsOwner = j.VisitorKey == caller.Key, IsInvited = db.Guests.Any(g => g.JobNumber == j.Number && g.AccountKey == caller.Key),
        }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var thing = new Thing(found.IsOwner ? Bond.Owner : found.IsInvited ? Bond.Invited : Bond.Stranger, found.IsPrivate, !JobWords.IsActive(found.State));
        return caller.May(Deed.ReadJob, thing) ? thing : null;
    }
}
