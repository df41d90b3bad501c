using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Primitives.Proposals;

/// <summary>Tries a proposed primitive on the latest revisions of all traces that the caller may see. It reads page by page, ends where its
/// reader leaves, and writes nothing. What was looked at before, by whomever, is not read again.</summary>
[Requires(Operation.DryRunProposal)]
public sealed class DryRunProposal(IDbContextFactory<PortalDb> databases, VocabularyInUse vocabulary) : IDisposable
{
    /// <summary>Texts that are read at a time: a few megabytes.</summary>
    private const int PageSize = 500;

    private readonly DryRunMemory _memory = new();

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
            if (json is null) return null;
            var now = vocabulary.Now;
            return await RunAsync(db, new(PortalJson.Read<PrimitiveDraft>(json), now), _memory.For(number, now), caller, ct);
        }
        finally { _atOnce.Release(); }
    }

    public void Dispose()
    {
        _memory.Dispose();
        _atOnce.Dispose();
    }

    private static async Task<DryRunReport> RunAsync(
        PortalDb db, DryRun run, ConcurrentDictionary<int, (int Revision, DryRunLook? Look)> seen, Caller caller, CancellationToken ct)
    {
        var traces = await db.Traces.VisibleTo(db, caller).Where(t => t.State != TraceState.Discarded).OrderBy(t => t.Number)
            .Select(t => new { t.Number, t.Revision, t.Title }).ToListAsync(ct);
        var fresh = traces.Where(t => !seen.TryGetValue(t.Number, out var known) || known.Revision != t.Revision).Select(t => t.Number);
        foreach (var page in fresh.Chunk(PageSize)) await LookAsync(db, run, page, seen, ct);
        return DryRunReport.From(
            traces.Count,
            [.. from trace in traces
                where seen.TryGetValue(trace.Number, out var known) && known.Look is not null
                select (trace.Number, trace.Title, seen[trace.Number].Look!)]);
    }

    /// <param name="page">Traces that the caller may see.</param>
    private static async Task LookAsync(
        PortalDb db, DryRun run, int[] page, ConcurrentDictionary<int, (int Revision, DryRunLook? Look)> seen, CancellationToken ct)
    {
        var texts = await db.Traces.Where(t => page.Contains(t.Number))
            .Join(db.TraceRevisions, t => new { t.Number, t.Revision }, r => new { Number = r.TraceNumber, r.Revision },
                (t, r) => new { t.Number, r.Revision, r.Text }).ToListAsync(ct);
        foreach (var trace in texts)
        {
            ct.ThrowIfCancellationRequested();
            seen[trace.Number] = (trace.Revision, run.Look(trace.Text));
        }
    }
}
