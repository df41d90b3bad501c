using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Discussion;

/// <summary>Writes beside a trace how many comments and votes it has, so that lists are narrowed and sorted by it. Counted anew and never
/// counted up, so that no verb can lead it astray.</summary>
internal static class CountTalk
{
    /// <summary>Last in the caller's transaction, which has taken the trace's lock (<see cref="LockDiscussion"/>) and has saved what it
    /// changed.</summary>
    public static async Task RunAsync(PortalDb db, int trace, CancellationToken ct)
    {
        var comments = await db.Comments.CountAsync(c => c.TraceNumber == trace && c.DeletedAt == null && c.HeldBackAt == null, ct);
        var votes = await db.Votes.CountAsync(v => v.TraceNumber == trace, ct);
        var agree = await db.Votes.CountAsync(v => v.TraceNumber == trace && v.IsUp, ct);
        var (band, opposed, talked) = (VoteBands.From(votes), Math.Max(0, votes - agree - agree), comments + votes);
        var commented = comments == 0 ? CommentBand.None : CommentBand.Some;
        await db.Traces.Where(t => t.Number == trace).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.Comments, comments).SetProperty(t => t.Commented, commented).SetProperty(t => t.Votes, votes)
                .SetProperty(t => t.Voted, band).SetProperty(t => t.Opposed, opposed).SetProperty(t => t.Talked, talked), ct);
    }
}
