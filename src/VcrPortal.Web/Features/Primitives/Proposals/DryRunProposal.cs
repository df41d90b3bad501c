using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Tries a proposed primitive on the latest revisions of all traces that the caller may see. It reads page by page, ends where its
/// reader leaves, and writes nothing.</summary>
[Requires(Operation.DryRunProposal)]
public sealed class DryRunProposal(IDbContextFactory<PortalDb> databases, VocabularyInUse vocabulary) : IDisposable
{
    /// <summary>Texts that are read at a time: a few megabytes.</summary>
    private const int PageSize = 500;

    // Each reads a large part of the database; more wait in turn for as long as their reader stays.
    private readonly SemaphoreSlim _atOnce = new(2, 2);

    /// <returns>Null when the caller may not, or there is no such proposal.</returns>
    public async Task<DryRunReport?> RunAsync(int number, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.DryRunProposal)) return null;
        await _atOnce.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var json = await db.Proposals.Where(p => p.Number == number).Select(p => p.DraftJson).FirstOrDefaultAsync(ct);
            return json is null ? null : await RunAsync(db, new(PortalJson.Read<PrimitiveDraft>(json), vocabulary.Now), caller, ct);
        }
        finally { _atOnce.Release(); }
    }

    public void Dispose() => _atOnce.Dispose();

    private static async Task<DryRunReport> RunAsync(PortalDb db, DryRun run, Caller caller, CancellationToken ct)
    {
        var revisions = db.TraceRevisions;
        var texts = db.Traces.VisibleTo(db, caller).Where(t => t.State != TraceState.Discarded)
            .Join(revisions, t => new { t.Number, t.Revision }, r => new { Number = r.TraceNumber, r.Revision },
                (t, r) => new { t.Number, t.Title, r.Text });
        for (var after = 0; ;)
        {
            var page = await texts.Where(t => t.Number > after).OrderBy(t => t.Number).Take(PageSize).ToListAsync(ct);
            foreach (var trace in page)
            {
                ct.ThrowIfCancellationRequested();
                run.Look(trace.Number, trace.Title, trace.Text);
            }
            if (page.Count < PageSize) return run.Report();
            after = page[^1].Number;
        }
    }
}
