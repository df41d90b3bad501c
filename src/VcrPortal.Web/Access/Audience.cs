using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Access;

/// <summary>Who may see a job or a trace, read once for all who follow it live; each of them is then checked in memory.</summary>
/// <param name="Guests">Keys of those who were invited; empty for a public thing.</param>
public sealed record Audience(bool IsPrivate, string OwnerKey, ImmutableArray<string> Guests)
{
    /// <summary>Keys of those who are past judging it blind; null where nobody is to judge it.</summary>
    public ImmutableArray<string>? PastBlind { get; init; }

    public static Audience Everybody { get; } = new(false, "", []);

    internal bool Includes(Caller caller)
    {
        var relation = Resource.RelationOf(caller.Key == OwnerKey, Guests.Contains(caller.Key));
        return caller.May(Operation.ReadTrace, new Resource(relation, IsPrivate))
            && (PastBlind is not { } past || !caller.JudgesBlind || relation == Relation.Owner || past.Contains(caller.Key));
    }
}

/// <summary>The one rule of who sees what: everybody what is public; what is private, its owner, those who were invited, and those who are
/// in a team with its owner, or in the team that owns it. Whoever is
/// still to judge something blind sees nothing of it here, and all that they may see of it in the review.</summary>
internal static class AudienceRule
{
    /// <summary>Every list goes through here.</summary>
    public static IQueryable<TRow> VisibleTo<TRow>(this IQueryable<TRow> rows, PortalDb db, Caller caller)
        where TRow : class, IResourceRow<TRow>
    {
        rows = rows.NotHeldBack(db, caller);
        // Without an account nothing private is one's own.
        var (guests, members, key, shared) = (db.Guests, db.TeamMembers, caller.Key, caller.SharedJob);
        if (!caller.IsSignedIn) return rows.Where(shared == 0 ? TRow.Facts.Then(f => !f.IsPrivate)
            : TRow.Facts.Then(f => !f.IsPrivate || f.GuestsOfJob == shared));
        return rows.Where(TRow.Facts.Then(
            f => !f.IsPrivate || f.OwnerKey == key || guests.Any(g => g.JobNumber == f.GuestsOfJob && g.AccountKey == key)
                || members.Any(m => m.AccountKey == key && (m.TeamKey == f.OwnerKey
                    || members.Any(mate => mate.TeamKey == m.TeamKey && mate.AccountKey == f.OwnerKey)))));
    }

    /// <summary>Without what the caller may still judge blind: for lists and sums of what is public anyway.</summary>
    public static IQueryable<TRow> NotHeldBack<TRow>(this IQueryable<TRow> rows, PortalDb db, Caller caller)
        where TRow : class, IResourceRow<TRow>
    {
        if (!caller.JudgesBlind) return rows;
        var (blind, past, key) = (db.BlindReviews, db.PastBlind, caller.Key);
        return rows.Where(TRow.Facts.Then(f => f.OwnerKey == key || !blind.Any(b => b.JobNumber == f.GuestsOfJob
            && !past.Any(p => p.JobNumber == b.JobNumber && p.Revision == b.Revision && p.AccountKey == key))));
    }

    /// <summary>Whether sums that are the same for everybody would tell this caller of something that is held back from them.</summary>
    public static async Task<bool> HoldsBackAsync(this PortalDb db, Caller caller, CancellationToken ct) =>
        caller.JudgesBlind && await db.BlindReviews.AnyAsync(ct);

    /// <summary>A row as the permission table sees it.</summary>
    /// <returns>Null when there is none, and when it is private and not for this caller: who must not know of it cannot tell the two
    /// apart.</returns>
    public static async Task<Resource?> FindResourceAsync<TRow>(this PortalDb db, int number, Caller caller, CancellationToken ct)
        where TRow : class, IResourceRow<TRow>
    {
        if (caller.JudgesBlind
            && !await db.Set<TRow>().NotHeldBack(db, caller).AnyAsync(TRow.Facts.Then(f => f.Number == number), ct)) return null;
        var found = await FoundFacts.FindAsync<TRow>(db, number, caller, ct);
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
        var past = await PastBlindAsync(db, found.GuestsOfJob, ct);
        if (!found.IsPrivate) return past is null ? Audience.Everybody : new(false, found.OwnerKey, []) { PastBlind = past };
        var guests = await db.Guests.Where(g => g.JobNumber == found.GuestsOfJob).Select(g => g.AccountKey).ToListAsync(ct);
        var members = db.TeamMembers;
        var mates = await members.Where(m => members.Any(o => o.TeamKey == m.TeamKey && o.AccountKey == found.OwnerKey))
            .Select(m => m.AccountKey).ToListAsync(ct);
        return new(true, found.OwnerKey, [.. guests, .. mates]) { PastBlind = past };
    }

    /// <summary>Those who are past judging every revision of it that is judged; null where none is.</summary>
    private static async Task<ImmutableArray<string>?> PastBlindAsync(PortalDb db, int? job, CancellationToken ct)
    {
        var revisions = await db.BlindReviews.CountAsync(b => b.JobNumber == job, ct);
        return revisions == 0 ? null : [.. await db.PastBlind.Where(p => p.JobNumber == job).GroupBy(p => p.AccountKey)
            .Where(g => g.Count() == revisions).Select(g => g.Key).ToListAsync(ct)];
    }
}
