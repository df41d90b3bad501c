using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces;

/// <summary>One writer at a time on what people say of a trace, and a count that tells readers that there is news.</summary>
internal static class LockDiscussion
{
    /// <summary>First in the caller's transaction: the row stays locked until it ends, so what is read after this still holds at the
    /// commit.</summary>
    /// <returns>False when there is no such trace.</returns>
    public static async Task<bool> TakeAsync(PortalDb db, int trace, CancellationToken ct) =>
        await db.Traces.Where(t => t.Number == trace)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.DiscussionVersion, t => t.DiscussionVersion + 1), ct) == 1;
}
