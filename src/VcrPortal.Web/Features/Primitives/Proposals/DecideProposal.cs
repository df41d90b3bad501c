using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Accepts or declines a proposal. Two editors who did not propose it accept it, and then the next version of the vocabulary has
/// it: jobs that begin from then on use it, and all texts are read by it.</summary>
[Requires(Operation.DecideProposal)]
public sealed class DecideProposal(IDbContextFactory<PortalDb> databases, VocabularyInUse vocabulary, TimeProvider clock)
{
    /// <summary>People who must accept.</summary>
    public const int Needed = 2;

    public async Task<ProposalOutcome> AcceptAsync(int number, Caller caller, CancellationToken ct)
    {
        var outcome = await ChangeAsync(
            number, caller, async (db, proposal, now) => await AcceptAsync(db, proposal, caller, now, ct), ct);
        if (outcome is not ProposalOutcome.Done { State: ProposalState.Accepted }) return outcome;
        await using var db = await databases.CreateDbContextAsync(ct);
        vocabulary.Become(await VocabularyStore.ReadAsync(db, ct));
        return outcome;
    }

    public async Task<ProposalOutcome> DeclineAsync(int number, string? reason, Caller caller, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new ProposalOutcome.Invalid("Say in a sentence why, for whoever proposed it.");
        if (reason.Length > ProposalRow.ReasonLength) return new ProposalOutcome.Invalid(
            $"The reason has at most {ProposalRow.ReasonLength} characters; this one has {reason.Length:N0}.");
        return await ChangeAsync(number, caller, async (db, proposal, now) =>
        {
            (proposal.State, proposal.Reason, proposal.DecidedAt) = (ProposalState.Declined, reason.Trim(), now);
            HistoryWriter.Add(db, caller, Operation.DecideProposal, HistorySubject.Proposal(number), now, "declined");
            await AnnounceProposal.RunAsync(db, proposal, "declined", caller, now, ct);
            return null;
        }, ct);
    }

    private async Task<ProposalOutcome> ChangeAsync(
        int number, Caller caller, Func<PortalDb, ProposalRow, DateTime, Task<string?>> change, CancellationToken ct)
    {
        if (!caller.May(Operation.DecideProposal)) return new ProposalOutcome.NotAllowed();
        return await databases.InTransactionAsync<ProposalOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            if (await LockProposal.TakeAsync(db, number, ct) is not { } proposal) return new ProposalOutcome.NotFound();
            if (proposal.State != ProposalState.Open) return new ProposalOutcome.Done(number, proposal.State);
            if (await change(db, proposal, clock.GetUtcNow().UtcDateTime) is { } problem) return new ProposalOutcome.Invalid(problem);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ProposalOutcome.Done(number, proposal.State);
        }, ct);
    }

    private static async Task<string?> AcceptAsync(PortalDb db, ProposalRow proposal, Caller caller, DateTime now, CancellationToken ct)
    {
        if (proposal.AuthorKey == caller.Key) return "You proposed it, so two others accept it.";
        var accepted = await db.ProposalAcceptances.Where(a => a.ProposalNumber == proposal.Number).Select(a => a.AccountKey)
            .ToListAsync(ct);
        if (accepted.Contains(caller.Key)) return null; // sent twice
        db.ProposalAcceptances.Add(new ProposalAcceptanceRow
        {
            ProposalNumber = proposal.Number,
            AccountKey = caller.Key,
            At = now,
        });
        HistoryWriter.Add(
            db, caller, Operation.DecideProposal, HistorySubject.Proposal(proposal.Number), now,
            $"accepted, {accepted.Count + 1} of {Needed}");
        if (accepted.Count + 1 < Needed)
        {
            await AnnounceProposal.RunAsync(db, proposal, $"accepted by {accepted.Count + 1} of {Needed}", caller, now, ct);
            return null;
        }
        // The series stays locked until the end: of two that are accepted at once, each has a version of its own.
        await NumberSeries.TakeAsync(db, NumberSeries.Proposal, 0, ct);
        var rows = await db.AcceptedPrimitives.ToListAsync(ct);
        if (rows.Exists(r => r.Name == proposal.Name)) return $"{proposal.Name} was accepted meanwhile by another proposal.";
        var version = VocabularyStore.VersionOf(rows) + 1;
        db.AcceptedPrimitives.Add(new AcceptedPrimitiveRow { Name = proposal.Name, Since = version, DraftJson = proposal.DraftJson });
        (proposal.State, proposal.VocabularyVersion, proposal.DecidedAt) = (ProposalState.Accepted, version, now);
        await AnnounceProposal.RunAsync(db, proposal, $"accepted, in version {version} of the vocabulary", caller, now, ct);
        return null;
    }
}
