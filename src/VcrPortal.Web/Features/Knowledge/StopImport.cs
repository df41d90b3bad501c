using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>What became of a wish to stop an import.</summary>
public enum StopImportOutcome { Stopping, NotAllowed, NothingRuns }

/// <summary>Stops the import that runs. It ends at its next step, and what was installed before stays.</summary>
[Requires(Operation.ImportKnowledge)]
public sealed class StopImport(IDbContextFactory<PortalDb> databases, ImportRuns runs, TimeProvider clock)
{
    public async Task<StopImportOutcome> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ImportKnowledge)) return StopImportOutcome.NotAllowed;
        if (!runs.TryStop()) return StopImportOutcome.NothingRuns;
        await using var db = await databases.CreateDbContextAsync(ct);
        HistoryWriter.Add(db, caller, Operation.ImportKnowledge, HistorySubject.Knowledge, clock.GetUtcNow().UtcDateTime, "stopped");
        await db.SaveChangesAsync(ct);
        return StopImportOutcome.Stopping;
    }
}
