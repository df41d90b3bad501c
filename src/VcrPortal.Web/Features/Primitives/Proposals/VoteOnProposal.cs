using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>One person for or against a proposal, or neither. However often it is sent, it is one vote.</summary>
[Requires(Operation.VoteOnProposal)]
public sealed class VoteOnProposal(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    /// <param name="isFor">Null withdraws.</param>
    public async Task<ProposalOutcome> RunAsync(int number, bool? isFor, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.VoteOnProposal)) return new ProposalOutcome.NotAllowed();
        return await databases.InTransactionAsync<ProposalOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockProposal.TakeAsync(db, number, ct) is not { } proposal) return new ProposalOutcome.NotFound();
            if (proposal.State != ProposalState.Open) return new ProposalOutcome.Invalid("It is decided already.");
            if (await db.IsTooFastAsync(caller, Operation.VoteOnProposal, now, ct)) return new ProposalOutcome.Invalid(
                "You voted as often as one person may within ten minutes. Go on in a while.");
            var mine = await db.ProposalVotes.AsTracking()
                .FirstOrDefaultAsync(v => v.ProposalNumber == number && v.AccountKey == caller.Key, ct);
            if (mine?.IsFor == isFor) return new ProposalOutcome.Done(number, proposal.State); // sent twice
            if (isFor is not { } side) db.ProposalVotes.Remove(mine!);
            else if (mine is not null) (mine.IsFor, mine.At) = (side, now);
            else db.ProposalVotes.Add(new ProposalVoteRow
            {
                ProposalNumber = number,
                AccountKey = caller.Key,
                IsFor = side,
                At = now,
            });
            HistoryWriter.Add(
                db, caller, Operation.VoteOnProposal, HistorySubject.Proposal(number), now,
                isFor switch { true => "for", false => "against", _ => "neither" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ProposalOutcome.Done(number, proposal.State);
        }, ct);
    }
}
