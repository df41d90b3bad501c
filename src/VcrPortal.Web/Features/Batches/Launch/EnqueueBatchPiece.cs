using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>Makes jobs of the next piece of a batch. Of two workers that take the same piece, one removes it and the other finds it
/// gone.</summary>
public sealed class EnqueueBatchPiece(
    IDbContextFactory<PortalDb> databases, ITraceGenerator generator, QueueBell bell, TimeProvider clock)
{
    /// <returns>False when no batch has a piece left.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        // The batch that has come least far goes first: a small one never waits for the whole of a large one.
        if (await db.BatchPieces.OrderBy(p => p.Piece).ThenBy(p => p.BatchNumber).FirstOrDefaultAsync(ct) is not { } piece) return false;
        var isLaidOut = await databases.InTransactionAsync(
            Repeatable.Always, (unit, transaction) => LayOutAsync(unit, transaction, piece, ct), ct);
        if (isLaidOut) bell.Ring();
        return true;
    }

    private async Task<bool> LayOutAsync(PortalDb db, PortalTransaction transaction, BatchPieceRow piece, CancellationToken ct)
    {
        // A private batch goes with its owner's account, and its pieces with it.
        if (await db.Batches.Where(b => b.Number == piece.BatchNumber).Select(b => new JobOwner(b.VisitorKey, b.IsPrivate))
            .FirstOrDefaultAsync(ct) is not { } owner) return false;
        if (await db.BatchPieces.Where(p => p.BatchNumber == piece.BatchNumber && p.Piece == piece.Piece)
            .ExecuteDeleteAsync(ct) == 0) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (i, record) in PortalJson.Read<PerturbationRecord[]>(piece.RecordsJson).Index())
            EnqueuedJob.Add(db, piece.FirstJob + i, record, new(generator.Engine), owner, piece.BatchNumber, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
