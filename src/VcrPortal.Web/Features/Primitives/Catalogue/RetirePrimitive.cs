using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives.Catalogue;

/// <summary>What became of a wish to take a primitive out of use.</summary>
public abstract record RetireOutcome
{
    private RetireOutcome() { }

    /// <param name="Version">The version of the vocabulary from here on.</param>
    public sealed record Retired(int Version) : RetireOutcome;
    public sealed record NotAllowed : RetireOutcome;
    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Invalid(string Reason) : RetireOutcome;
}

/// <summary>Says that a primitive is obsolete and which one stands in its place. It stays in the vocabulary, so that traces written with it
/// stay readable. Only what was accepted here can go: the authors' own set is theirs.</summary>
[Requires(Operation.DecideProposal)]
public sealed class RetirePrimitive(IDbContextFactory<PortalDb> databases, VocabularyInUse vocabulary, TimeProvider clock)
{
    public async Task<RetireOutcome> RunAsync(string name, string? replacedBy, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.DecideProposal)) return new RetireOutcome.NotAllowed();
        if (replacedBy is not { Length: > 0 } || vocabulary.Now.Find(replacedBy) is null || replacedBy == name) return
            new RetireOutcome.Invalid("Name another primitive of the vocabulary that stands in its place.");
        var outcome = await databases.InTransactionAsync<RetireOutcome>(Repeatable.Always, async (db, transaction) =>
        {
            if (await db.AcceptedPrimitives.AsTracking().FirstOrDefaultAsync(p => p.Name == name, ct) is not { DraftJson: not null } row)
                return new RetireOutcome.Invalid($"{name} was not accepted here, so it can not be taken out of use here.");
            if (row.ObsoleteSince is { } since) return new RetireOutcome.Retired(since);
            var version = VocabularyStore.VersionOf(await db.AcceptedPrimitives.ToListAsync(ct)) + 1;
            (row.ObsoleteSince, row.ReplacedBy) = (version, replacedBy);
            HistoryWriter.Add(
                db, caller, Operation.DecideProposal, HistorySubject.None, clock.GetUtcNow().UtcDateTime,
                $"{name} is obsolete from version {version}");
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return new RetireOutcome.Retired(version);
        }, ct);
        if (outcome is RetireOutcome.Retired) await TakeIntoUseAsync(ct);
        return outcome;
    }

    private async Task TakeIntoUseAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        vocabulary.Become(await VocabularyStore.ReadAsync(db, ct));
    }
}
