using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access;

/// <summary>Who may see a job or a trace, read once for all who follow it live; each of them is then checked in memory.</summary>
/// <param name="Guests">Keys of those who were invited; empty for a public thing.</param>
public sealed record Audience(bool IsPrivate, string OwnerKey, ImmutableArray<string> Guests)
{
    public static Audience Everybody { get; } = new(false, "", []);

    internal bool Includes(Caller caller)
    {
        var relation = Resource.RelationOf(caller.Key == OwnerKey, Guests.Contains(caller.Key));
        return caller.May(Operation.ReadTrace, new Resource(relation, IsPrivate));
    }
}

/// <summary>The one rule of who sees what: everybody what is public; what is private, its owner and those who were invited.</summary>
internal static class AudienceRule
{
    /// <summary>Every list goes through here.</summary>
    public static IQueryable<TRow> VisibleTo<TRow>(this IQueryable<TRow> rows, PortalDb db, Caller caller)
        where TRow : class, IResourceRow<TRow>
    {
        // Without an account nothing private is one's own.
        var (guests, key, shared) = (db.Guests, caller.Key, caller.SharedJob);
        if (!caller.IsSignedIn) return rows.Where(shared == 0 ? TRow.Facts.Then(f => !f.IsPrivate)
            : TRow.Facts.Then(f => !f.IsPrivate || f.GuestsOfJob == shared));
        return rows.Where(TRow.Facts.Then(
            f => !f.IsPrivate || f.OwnerKey == key || guests.Any(g => g.JobNumber == f.GuestsOfJob && g.AccountKey == key)));
    }

    /// <summary>A row as the permission table sees it.</summary>
    /// <returns>Null when there is none, and when it is private and not for this caller: who must not know of it cannot tell the two
    /// apart.</returns>
    public static async Task<Resource?> FindResourceAsync<TRow>(this PortalDb db, int number, Caller caller, CancellationToken ct)
        where TRow : class, IResourceRow<TRow>
    {
        var (guests, key, shared) = (db.Guests, caller.Key, caller.SharedJob); // numbers of jobs begin at 1
        var found = await db.Set<TRow>().Where(TRow.Facts.Then(f => f.Number == number)).Select(TRow.Facts.Then(f => new
        {
            f.IsPrivate,
            f.IsClosed,
            IsOwner = f.OwnerKey == key,
            IsInvited = f.GuestsOfJob == shared || guests.Any(g => g.JobNumber == f.GuestsOfJob && g.AccountKey == key),
        })).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        var resource = new Resource(Resource.RelationOf(found.IsOwner, found.IsInvited), found.IsPrivate, found.IsClosed);
        return caller.May(TRow.Reading, resource) ? resource : null;
    }

    /// <summary>For those who follow it live.</summary>
    /// <returns>Null when there is no such row.</returns>
    public static async Task<Audience?> FindAudienceAsync<TRow>(this PortalDb db, int number, CancellationToken ct)
        where TRow : class, IResourceRow<TRow>
    {
        var found = await db.Set<TRow>().Where(TRow.Facts.Then(f => f.Number == number))
            .Select(TRow.Facts.Then(f => new { f.IsPrivate, f.OwnerKey, f.GuestsOfJob })).FirstOrDefaultAsync(ct);
        if (found is null) return null;
        if (!found.IsPrivate) return Audience.Everybody;
        var guests = await db.Guests.Where(g => g.JobNumber == found.GuestsOfJob).Select(g => g.AccountKey).ToListAsync(ct);
        return new(true, found.OwnerKey, [.. guests]);
    }
}
