using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>Who may see a trace: everybody; or, of a private one, its owner and those who were invited.</summary>
internal static class TraceAudience
{
    /// <summary>Every list goes through here.</summary>
    public static IQueryable<TraceRow> VisibleTo(this IQueryable<TraceRow> traces, PortalDb db, Caller caller) => caller.IsSignedIn
        ? traces.Where(
            t => !t.IsPrivate || t.OwnerKey == caller.Key || db.Guests.Any(g => g.JobNumber == t.JobNumber && g.AccountKey == caller.Key))
        : traces.Where(t => !t.IsPrivate);

    /// <summary>For those who follow a trace live.</summary>
    /// <returns>Null when there is no such trace.</returns>
    public static async Task<Audience?> FindAudienceAsync(this PortalDb db, int trace, CancellationToken ct)
    {
        if (await db.Traces.Where(t => t.Number == trace).Select(t => new { t.IsPrivate, t.OwnerKey, t.JobNumber })
            .FirstOrDefaultAsync(ct) is not { } found) return null;
        return found.IsPrivate ? new(true, found.OwnerKey, await db.GuestsOfAsync(found.JobNumber, ct)) : Audience.Everybody;
    }

    public static async Task<ImmutableArray<string>> GuestsOfAsync(this PortalDb db, int job, CancellationToken ct) =>
        [.. await db.Guests.Where(g => g.JobNumber == job).Select(g => g.AccountKey).ToListAsync(ct)];

    /// <summary>A trace as the permission table sees it.</summary>
    /// <returns>Null when there is none, and when it is private and not for this caller: who must not know of it cannot tell the two
    /// apart.</returns>
    public static async Task<Resource?> FindResourceAsync(this PortalDb db, int trace, Caller caller, CancellationToken ct)
    {
        var found = await db.Traces.Where(t => t.Number == trace).Select(t => new
        {
            t.IsPrivate,
            t.State,
            IsOwner = t.OwnerKey == caller.Key,
            IsInvited = db.Guests.Any(g => g.JobNumber == t.JobNumber && g.AccountKey == caller.Key),
        }).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var thing = new Resource(
            found.IsOwner ? Relation.Owner : found.IsInvited ? Relation.Invited : Relation.Stranger, found.IsPrivate,
            found.State == TraceState.Discarded);
        return caller.May(Operation.ReadTrace, thing) ? thing : null;
    }
}
