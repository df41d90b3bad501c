using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>A proposal as a list shows it.</summary>
/// <param name="Author">Null once the account is gone.</param>
public sealed record ProposalItem(
    int Number, string Name, string Definition, ProposalState State, string? Author, DateTime At, int For, int Against, int Accepted);

public sealed record ProposalComment(string? Author, string Text, DateTime At);

/// <summary>All of one proposal.</summary>
/// <param name="MyVote">Null where the caller has not voted.</param>
public sealed record ProposalView(
    ProposalItem Item, PrimitiveDraft Draft, string? Reason, int? VocabularyVersion, bool IsMine, bool? MyVote, bool IAccepted,
    ImmutableArray<(string? Person, DateTime At)> Acceptances, ImmutableArray<ProposalComment> Comments);

/// <summary>Proposals of primitives, newest first.</summary>
[Requires(Operation.ReadPrimitives)]
public sealed class ReadProposals(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Proposals of one list, and comments of one proposal: the newest.</summary>
    public const int Most = 200;

    /// <param name="words">All must stand in the name or the definition; null for all.</param>
    public async Task<ImmutableArray<ProposalItem>> RunAsync(string? words, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadPrimitives)) return [];
        await using var db = await databases.CreateDbContextAsync(ct);
        var proposals = db.Proposals;
        var found = (IQueryable<ProposalRow>)proposals;
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
            found = found.Where(p => p.Name.Contains(word) || p.Definition.Contains(word));
        return [.. await Items(db, found).Take(Most).ToListAsync(ct)];
    }

    /// <returns>Null when there is none of this number.</returns>
    public async Task<ProposalView?> FindAsync(int number, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ReadPrimitives)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var one = db.Proposals.Where(p => p.Number == number);
        if (await one.FirstOrDefaultAsync(ct) is not { } row) return null;
        var item = await Items(db, one).SingleAsync(ct);
        var vote = await db.ProposalVotes.Where(v => v.ProposalNumber == number && v.AccountKey == caller.Key)
            .Select(v => (bool?)v.IsFor).FirstOrDefaultAsync(ct);
        var acceptances = await (
            from a in db.ProposalAcceptances.Where(a => a.ProposalNumber == number)
            join u in db.Users on a.AccountKey equals u.Id into people
            from u in people.DefaultIfEmpty()
            orderby a.At
            select new { Name = u == null ? null : u.UserName, a.At, IsMine = a.AccountKey == caller.Key }).ToListAsync(ct);
        var comments = await (
            from c in db.ProposalComments.Where(c => c.ProposalNumber == number).OrderByDescending(c => c.Ordinal).Take(Most)
            join u in db.Users on c.AuthorKey equals u.Id into people
            from u in people.DefaultIfEmpty()
            orderby c.Ordinal
            select new ProposalComment(u == null ? null : u.UserName, c.Text, c.At)).ToListAsync(ct);
        return new(
            item, PortalJson.Read<PrimitiveDraft>(row.DraftJson), row.Reason, row.VocabularyVersion, row.AuthorKey == caller.Key, vote,
            acceptances.Exists(a => a.IsMine), [.. acceptances.Select(a => (a.Name, a.At))], [.. comments]);
    }

    private static IQueryable<ProposalItem> Items(PortalDb db, IQueryable<ProposalRow> proposals)
    {
        var (votes, acceptances) = (db.ProposalVotes, db.ProposalAcceptances);
        return from p in proposals
               join u in db.Users on p.AuthorKey equals u.Id into people
               from u in people.DefaultIfEmpty()
               orderby p.Number descending
               select new ProposalItem(
                   p.Number, p.Name, p.Definition, p.State, u == null ? null : u.UserName, p.At,
                   votes.Count(v => v.ProposalNumber == p.Number && v.IsFor), votes.Count(v => v.ProposalNumber == p.Number && !v.IsFor),
                   acceptances.Count(a => a.ProposalNumber == p.Number));
    }
}
