using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Notifications;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>What became of something that was done to a proposal.</summary>
public abstract record ProposalOutcome
{
    private ProposalOutcome() { }

    /// <param name="Number">The number of the proposal.</param>
    public sealed record Done(int Number, ProposalState State) : ProposalOutcome;
    /// <param name="Problems">Sentences that say what is wrong, where, and what to do; nothing was written.</param>
    public sealed record Invalid(ImmutableArray<string> Problems) : ProposalOutcome
    {
        public Invalid(string problem) : this([problem]) { }
    }
    public sealed record NotAllowed : ProposalOutcome;
    public sealed record NotFound : ProposalOutcome;
}

/// <summary>Tells the proposer, and all who took part, what became of a proposal.</summary>
internal static class AnnounceProposal
{
    public static async Task RunAsync(PortalDb db, ProposalRow proposal, string what, Caller actor, DateTime now, CancellationToken ct)
    {
        var number = proposal.Number;
        var others = await db.ProposalVotes.Where(v => v.ProposalNumber == number).Select(v => v.AccountKey)
            .Union(db.ProposalComments.Where(c => c.ProposalNumber == number).Select(c => c.AuthorKey))
            .Union(db.ProposalAcceptances.Where(a => a.ProposalNumber == number).Select(a => a.AccountKey)).Order()
            .Take(NotificationDraft.Most).ToListAsync(ct);
        await new NotificationDraft(NotificationKind.Proposal, null, number, actor.Key, now)
        {
            Authors = [proposal.AuthorKey],
            Others = [.. others],
            Watchers = false,
            Title = $"{proposal.Name}: {what}",
        }.AddAsync(db, ct);
    }
}
