using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>A file of traces that is to be taken in.</summary>
/// <param name="Name">What people call the file; it stands in the traces' first revision.</param>
/// <param name="Checks">Whether the verifiers judge what is new.</param>
public sealed record TraceFileToImport(string Path, string Name, bool IsPrivate = false, bool Checks = true);

/// <summary>
/// Takes in the traces of a file, a few hundred at a time: while a piece is written, the next ones are read and made into rows, two at a
/// time. What is here already is passed over, so an import that was stopped goes on where it was when it is asked for again, and one that
/// is asked for twice is done once.
/// </summary>
[Requires(Operation.ImportTraces)]
public sealed class ImportTraces(
    IDbContextFactory<PortalDb> databases, SaveTrace save, VocabularyInUse vocabulary, TimeProvider clock, VerifyAgain? verify = null)
{
    /// <summary>Pieces that are made or wait to be written: some megabytes each.</summary>
    private const int PiecesAhead = 2;

    /// <param name="told">Told after each piece.</param>
    public async Task<ImportTracesOutcome> RunAsync(
        TraceFileToImport file, Caller caller, Action<TraceImportCounts> told, CancellationToken ct)
    {
        if (!caller.May(Operation.ImportTraces)) return new ImportTracesOutcome.NotAllowed();
        var counts = TraceImportCounts.Nothing;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.CompletedTask;
        var pieces = Channel.CreateBounded<Task<ImportPiece>>(PiecesAhead);
        try
        {
            var records = TraceFileReader.Read(file.Path, guess => counts = counts.Note($"{file.Name} {guess}"), stop.Token);
            reading = Task.Run(() => ReadAsync(file, records, caller, pieces.Writer, stop.Token), CancellationToken.None);
            await foreach (var making in pieces.Reader.ReadAllAsync(ct))
            {
                var piece = await making;
                told(counts = piece.AddTo(counts, file, await StoreAsync(piece.Fresh, caller, ct)));
            }
            return new ImportTracesOutcome.Done(counts);
        }
        catch (IOException unreadable) { return new ImportTracesOutcome.Unreadable($"{file.Name} {unreadable.Message}", counts); }
        finally
        {
            await stop.CancelAsync();
            await reading;
            while (pieces.Reader.TryRead(out var left)) await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whatever keeps it from going on is told by the channel, after the pieces that were whole.</summary>
    private async Task ReadAsync(
        TraceFileToImport file, IEnumerable<FileRecord> records, Caller caller, ChannelWriter<Task<ImportPiece>> pieces,
        CancellationToken ct)
    {
        try
        {
            foreach (var piece in records.Chunk(ImportPiece.Size))
            {
                await pieces.WaitToWriteAsync(ct); // then there is room: nobody else writes
                pieces.TryWrite(Task.Run(() => MakeAsync(file, piece, caller, ct), ct));
            }
            pieces.Complete();
        }
        catch (Exception wrong) { pieces.Complete(wrong); }
    }

    private async Task<ImportPiece> MakeAsync(TraceFileToImport file, FileRecord[] records, Caller caller, CancellationToken ct)
    {
        var piece = ImportPiece.From(file, records, vocabulary.Now);
        var traces = await FreshAsync(piece.Traces, caller, ct);
        if (file.Checks && verify is not null) await CheckAsync(verify, traces, ct);
        var (owner, now) = (new TraceOwner(caller.Key, file.IsPrivate), clock.GetUtcNow().UtcDateTime);
        return piece with { Fresh = [.. traces.Select(t => new FreshTrace(t, save.Make(t.Trace, owner, now)))] };
    }

    /// <summary>Those that are not here, each once.</summary>
    private async Task<List<ImportedTrace>> FreshAsync(ImmutableArray<ImportedTrace> traces, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var hashes = traces.Select(t => t.Hash).ToList();
        var known = await db.Traces.Where(t => hashes.Contains(t.ImportHash!)).Select(t => t.ImportHash!).ToHashSetAsync(ct);
        // A file that this portal wrote comes back to where its traces still are.
        var (numbers, latest) = (traces.Select(t => t.Number ?? 0).ToList(), traces.Select(t => t.LatestHash).ToList());
        var ours = await db.Traces.VisibleTo(db, caller).Where(t => numbers.Contains(t.Number))
            .Join(db.TraceRevisions, t => t.Number, r => r.TraceNumber, (_, r) => r).Where(r => latest.Contains(r.Hash))
            .Select(r => new { r.TraceNumber, r.Hash }).ToListAsync(ct);
        var own = ours.Select(r => (r.TraceNumber, r.Hash)).ToHashSet();
        return [.. traces.Where(t => known.Add(t.Hash) && !own.Contains((t.Number ?? 0, t.LatestHash)))];
    }

    private static async Task CheckAsync(VerifyAgain verify, List<ImportedTrace> traces, CancellationToken ct)
    {
        for (var i = 0; i < traces.Count; i++)
        {
            var trace = traces[i].Trace;
            var verdicts = await verify.RunAsync(trace.Record, trace.Revisions[0].Graph!, trace.Citations, [], ct);
            traces[i] = traces[i] with { Trace = trace with { Verdicts = verdicts } };
        }
    }

    /// <returns>Those that it has stored: some may have come with a piece that was written after they were made.</returns>
    private async Task<ImmutableArray<FreshTrace>> StoreAsync(ImmutableArray<FreshTrace> traces, Caller caller, CancellationToken ct)
    {
        if (traces.IsEmpty) return traces;
        var (hashes, tried) = (traces.Select(t => t.From.Hash).ToList(), traces);
        return await databases.InTransactionAsync(Repeatable.Always, async (db, transaction) =>
        {
            var known = await db.Traces.Where(t => hashes.Contains(t.ImportHash!)).Select(t => t.ImportHash!).ToHashSetAsync(ct);
            // A try whose answer was lost has stored the piece already.
            if (transaction.MayBeDone && known.Contains(tried[0].From.Hash)) return tried;
            tried = traces.RemoveAll(t => known.Contains(t.From.Hash));
            if (tried.IsEmpty) return tried;
            await save.RunManyAsync(db, [.. tried.Select(t => t.Rows)], ct);
            var detail = string.Create(CultureInfo.InvariantCulture, $"{tried.Length} {(tried.Length == 1 ? "trace" : "traces")}");
            HistoryWriter.Add(db, caller, Operation.ImportTraces, HistorySubject.None, clock.GetUtcNow().UtcDateTime, detail);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return tried;
        }, ct);
    }
}
