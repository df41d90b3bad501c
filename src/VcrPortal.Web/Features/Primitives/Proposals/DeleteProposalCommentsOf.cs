using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Takes away what somebody who leaves said of proposals.</summary>
internal static class DeleteProposalCommentsOf
{
    /// <summary>In the caller's transaction.</summary>
    public static Task RunAsync(PortalDb db, string accountKey, CancellationToken ct) =>
        db.ProposalComments.Where(c => c.AuthorKey == accountKey).ExecuteDeleteAsync(ct);
}
