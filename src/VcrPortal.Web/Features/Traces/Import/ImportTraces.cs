using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>A file of traces that is to be taken in.</summary>
/// <param name="Name">As people call the file; it stands in the traces' first revision.</param>
/// <param name="Checks">Whether the verifiers judge what is new.</param>
public sealed record TraceFileToImport(string Path, string Name, bool IsPrivate = false, bool Checks = true);

/// <summary>
/// Takes in the traces of a file, a few hundred at a time. What is here already is passed over, so an import that was stopped goes on
/// where it was when it is asked for again, and one that is asked for twice is done once.
/// </summary>
[Requires(Operation.ImportTraces)]
public sealed class ImportTraces(
    IDbContextFactory<PortalDb> databases, SaveTrace save, VocabularyInUse vocabulary, TimeProvider clock, VerifyAgain? verify = null)
{
    /// <summary>Records of one transaction: some megabytes.</summary>
    private const int PieceSize = 200;

    /// <param name="told">Told after each piece.</param>
    public async Task<ImportTracesOutcome> RunAsync(
        TraceFileToImport file, Caller caller, Action<ImportTally> told, CancellationToken ct)
    {
        if (!caller.May(Operation.ImportTraces)) return new ImportTracesOutcome.NotAllowed();
        var tally = ImportTally.Nothing;
        try
        {
            var records = TraceFileReader.Read(file.Path, guess => tally = tally.Note($"{file.Name} {guess}"), ct);
            foreach (var piece in records.Chunk(PieceSize))
            {
                tally = await KeepAsync(file, piece, tally, caller, ct);
                told(tally);
            }
            return new ImportTracesOutcome.Done(tally);
        }
        catch (IOException unreadable) { return new ImportTracesOutcome.Unreadable($"{file.Name} {unreadable.Message}", tally); }
    }

    private async Task<ImportTally> KeepAsync(
        TraceFileToImport file, FileRecord[] piece, ImportTally tally, Caller caller, CancellationToken ct)
    {
        var traces = new List<ImportedTrace>(piece.Length);
        foreach (var record in piece)
        {
            tally = tally with { Read = tally.Read + 1 };
            if (Make(file, record, out var lost) is { } trace) traces.Add(trace);
            else tally = (tally with { Lost = tally.Lost + 1 }).Note($"{file.Name}, {record.Place}: {lost}");
        }
        var fresh = await FreshAsync(traces, caller, ct);
        if (file.Checks && verify is not null) await CheckAsync(verify, fresh, ct);
        if (fresh.Count > 0) await StoreAsync(file, fresh, caller, ct);
        foreach (var trace in fresh.Where(t => t.Repairs is not null))
            tally = (tally with { Repaired = tally.Repaired + 1 }).Note($"{file.Name}, {trace.Place}: {trace.Repairs}");
        return tally with { Added = tally.Added + fresh.Count, Known = tally.Known + traces.Count - fresh.Count };
    }

    private ImportedTrace? Make(TraceFileToImport file, FileRecord record, out string lost)
    {
        lost = "it holds no step of an explanation. Look at its column explain.";
        if (record is FileRecord.Lost(_, var problem)) lost = problem;
        return record is FileRecord.Trace(var place, var written)
            ? ImportedTrace.From(place, written, $"{file.Name}, {place}", vocabulary.Now) : null;
    }

    /// <summary>Those that are not here, each once.</summary>
    private async Task<List<ImportedTrace>> FreshAsync(List<ImportedTrace> traces, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var hashes = traces.ConvertAll(t => t.Hash);
        var known = await db.Traces.Where(t => hashes.Contains(t.ImportHash!)).Select(t => t.ImportHash!).ToHashSetAsync(ct);
        // A file that this portal wrote comes back to where its traces still are.
        var (numbers, latest) = (traces.ConvertAll(t => t.Number ?? 0), traces.ConvertAll(t => t.LatestHash));
        var ours = await db.Traces.VisibleTo(db, caller).Where(t => numbers.Contains(t.Number))
            .Join(db.TraceRevisions, t => t.Number, r => r.TraceNumber, (_, r) => r).Where(r => latest.Contains(r.Hash))
            .Select(r => new { r.TraceNumber, r.Hash }).ToListAsync(ct);
        var own = ours.Select(r => (r.TraceNumber, r.Hash)).ToHashSet();
        return traces.FindAll(t => known.Add(t.Hash) && !own.Contains((t.Number ?? 0, t.LatestHash)));
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

    private Task<bool> StoreAsync(TraceFileToImport file, List<ImportedTrace> traces, Caller caller, CancellationToken ct) =>
        databases.InTransactionAsync(Repeatable.Always, async (db, transaction) =>
        {
            // A try whose answer was lost has stored the piece already.
            var first = traces[0].Hash;
            if (transaction.MayBeDone && await db.Traces.AnyAsync(t => t.ImportHash == first, ct)) return true;
            var now = clock.GetUtcNow().UtcDateTime;
            await save.RunManyAsync(db, traces.ConvertAll(t => t.Trace), new TraceOwner(caller.Key, file.IsPrivate), now, ct);
            var detail = string.Create(CultureInfo.InvariantCulture, $"{traces.Count} {(traces.Count == 1 ? "trace" : "traces")}");
            HistoryWriter.Add(db, caller, Operation.ImportTraces, HistorySubject.None, now, detail);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }, ct);
}
