using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Says something about a proposal. The same words of the same person again are one comment.</summary>
[Requires(Operation.CommentOnProposal)]
public sealed class CommentOnProposal(IDbContextFactory<PortalDb> databases, TimeProvider clock)
{
    public async Task<ProposalOutcome> RunAsync(int number, string? text, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.CommentOnProposal)) return new ProposalOutcome.NotAllowed();
        if (CommentRules.Check(text) is { } problem) return new ProposalOutcome.Invalid(problem);
        return await databases.InTransactionAsync<ProposalOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await LockProposal.TakeAsync(db, number, ct) is not { } proposal) return new ProposalOutcome.NotFound();
            if (await db.IsTooFastAsync(caller, Operation.CommentOnProposal, now, ct)) return new ProposalOutcome.Invalid(
                "You wrote as often as one person may within ten minutes. Go on in a while.");
            var last = await db.ProposalComments.Where(c => c.ProposalNumber == number).OrderByDescending(c => c.Ordinal)
                .FirstOrDefaultAsync(ct);
            if (last is not null && last.AuthorKey == caller.Key && last.Text == text!.Trim()) return
                new ProposalOutcome.Done(number, proposal.State);
            db.ProposalComments.Add(new ProposalCommentRow
            {
                ProposalNumber = number,
                Ordinal = (last?.Ordinal ?? 0) + 1,
                AuthorKey = caller.Key.Fit(32),
                Text = text!.Trim(),
                At = now,
            });
            HistoryWriter.Add(db, caller, Operation.CommentOnProposal, HistorySubject.Proposal(number), now);
            await AnnounceProposal.RunAsync(db, proposal, "somebody commented", caller, now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ProposalOutcome.Done(number, proposal.State);
        }, ct);
    }
}
