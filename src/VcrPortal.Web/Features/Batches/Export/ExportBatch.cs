using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Traces.Export.Data;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>Hands out what a batch has made so far, one record for each job that is over, in their order. Who is signed in leaves an
/// entry.</summary>
[Requires(Operation.ExportBatch)]
public sealed class ExportBatch(IDbContextFactory<PortalDb> databases, TimeProvider clock, ILogger<ExportBatch> log) : IDisposable
{
    /// <summary>Jobs that are read at a time: a few megabytes.</summary>
    private const int PageSize = 100;

    /// <summary>Pages that are read at the same time, of all exports together: each is a large question to the database.</summary>
    private const int PagesAtOnce = 2;

    private readonly SemaphoreSlim _turns = new(PagesAtOnce, PagesAtOnce);

    /// <param name="format">The format as the entry calls it: <c>jsonl</c>, <c>parquet</c>.</param>
    /// <returns>Null when there is no such batch, or the caller may not see it.</returns>
    public async Task<IAsyncEnumerable<DataRecord>?> RunAsync(int batchNumber, string format, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.ExportBatch)) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Batches.VisibleTo(db, caller).AnyAsync(b => b.Number == batchNumber, ct)) return null;
        if (caller.IsSignedIn)
        {
            var subject = HistorySubject.Batch(batchNumber);
            await HistoryWriter.NoteAsync(
                db, caller.Key, Operation.ExportBatch, subject, clock.GetUtcNow().UtcDateTime, format, log, ct);
        }
        return ReadAsync(batchNumber, caller, ct);
    }

    private async IAsyncEnumerable<DataRecord> ReadAsync(int batch, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var page = await ReadInTurnAsync(batch, after, caller, ct);
            foreach (var record in page) yield return record;
            if (page.Count < PageSize) yield break;
            after = page[^1].Job!.Value;
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>The turn ends with the reading: whoever takes long to receive a page keeps nobody from theirs.</summary>
    private async Task<List<DataRecord>> ReadInTurnAsync(int batch, int after, Caller caller, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try { return await ReadPageAsync(batch, after, caller, ct); }
        finally { _turns.Release(); }
    }

    private async Task<List<DataRecord>> ReadPageAsync(int batch, int after, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var over = db.Jobs.VisibleTo(db, caller)
            .Where(j => j.BatchNumber == batch && j.Number > after && j.State != JobState.Queued && j.State != JobState.Running);
        return await JobsForExport.ReadAsync(db, over, PageSize, ct);
    }
}
