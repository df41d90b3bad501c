using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>
/// Takes away the private jobs and traces of somebody who leaves: nobody could open them any more. Those to which somebody else was invited
/// stay with the invited. A worker that is at one of them finds its claim gone and stops.
/// </summary>
internal static class DeletePrivateJobsOf
{
    /// <summary>In the caller's transaction, before the invitations to this account go.</summary>
    public static async Task RunAsync(PortalDb db, string accountKey, CancellationToken ct)
    {
        var guests = db.Guests;
        var unshared = db.Jobs.Where(j => j.VisitorKey == accountKey && j.IsPrivate && !guests.Any(g => g.JobNumber == j.Number));
        // What hangs on a trace or a job (revisions, verdicts, discussion, log) goes with it, by its foreign key.
        await db.Traces.Where(t => unshared.Any(j => j.Number == t.JobNumber)).ExecuteDeleteAsync(ct);
        await unshared.ExecuteDeleteAsync(ct);
    }
}
