using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Proposes a primitive, once its examples are sound and its counter-examples are none. The same proposal sent again is
/// one.</summary>
[Requires(Operation.ProposePrimitive)]
public sealed class ProposePrimitive(IDbContextFactory<PortalDb> databases, VocabularyInUse vocabulary, TimeProvider clock)
{
    public async Task<ProposalOutcome> RunAsync(PrimitiveDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ProposePrimitive)) return new ProposalOutcome.NotAllowed();
        if (DraftRules.Check(draft, vocabulary.Now) is { IsEmpty: false } problems) return new ProposalOutcome.Invalid(problems);
        return await databases.InTransactionAsync<ProposalOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            var (now, json) = (clock.GetUtcNow().UtcDateTime, PortalJson.Write(draft));
            // The series stays locked until the end, so that nobody proposes the same name meanwhile.
            var number = await NumberSeries.TakeAsync(db, NumberSeries.Proposal, 1, ct);
            if (await db.Proposals.Where(p => p.Name == draft.Name && p.State == ProposalState.Open).FirstOrDefaultAsync(ct) is { } known)
                return known.AuthorKey == caller.Key && known.DraftJson == json
                    ? new ProposalOutcome.Done(known.Number, known.State)
                    : new ProposalOutcome.Invalid($"Name: proposal {known.Number} asks for {draft.Name} already. Say there what you miss.");
            if (await db.IsTooFastAsync(caller, Operation.ProposePrimitive, now, ct)) return new ProposalOutcome.Invalid(
                "You proposed as often as one person may within ten minutes. Go on in a while.");
            db.Proposals.Add(new ProposalRow
            {
                Number = number,
                Name = draft.Name,
                Definition = draft.Definition.Trim(),
                DraftJson = json,
                AuthorKey = caller.Key.Fit(32),
                At = now,
            });
            HistoryWriter.Add(db, caller, Operation.ProposePrimitive, HistorySubject.Proposal(number), now);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new ProposalOutcome.Done(number, ProposalState.Open);
        }, ct);
    }
}
