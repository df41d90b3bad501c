using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Batches.Launch;

/// <summary>What became of a batch.</summary>
public abstract record BatchOutcome
{
    private BatchOutcome() { }

    /// <param name="Refused">Records that were left out, with the reason; the rest goes on.</param>
    public sealed record Launched(int BatchNumber, int Jobs, ImmutableArray<RefusedRecord> Refused) : BatchOutcome;
    public sealed record NotAllowed : BatchOutcome;
    /// <summary>A visitor asked for private jobs: nobody could say whose they are.</summary>
    public sealed record PrivateNeedsAccount : BatchOutcome;
    /// <param name="Limit">Records of one batch.</param>
    public sealed record TooLarge(int Limit) : BatchOutcome;
    /// <param name="Limit">Unfinished batches of one person.</param>
    public sealed record QuotaReached(int Limit) : BatchOutcome;
    /// <summary>No record was left.</summary>
    public sealed record Invalid(ImmutableArray<RefusedRecord> Refused) : BatchOutcome;
    /// <summary>The database did not take it: its disk is full, say. Nothing was queued.</summary>
    public sealed record NotSaved(string Reason) : BatchOutcome;
}

/// <param name="Index">The record's place in its file, from 0.</param>
public sealed record RefusedRecord(int Index, ImmutableArray<LaunchProblem> Problems);

/// <summary>Queues many records under one title. They run after interactive jobs.</summary>
[Requires(Operation.LaunchBatch)]
public sealed class LaunchBatch(
    IDbContextFactory<PortalDb> databases, QueueBell bell, ITraceGenerator generator, IOptions<JobOptions> jobs,
        IOptions<LaunchOptions> launch, TimeProvider clock,
    ILogger<LaunchBatch> log)
{
    /// <param name="isPrivate">Batch and jobs are for the caller only; to each job others can be invited.</param>
    public async Task<BatchOutcome> RunAsync(
        string title, IReadOnlyList<PerturbationRecord> records, bool isPrivate, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Operation.LaunchBatch, launch.Value.Site)) return new BatchOutcome.NotAllowed();
        if (isPrivate && !caller.IsSignedIn) return new BatchOutcome.PrivateNeedsAccount();
        var limit = Math.Min(jobs.Value.BatchLimit, launch.Value.QuotaOf(caller, null).BatchRecords);
        if (records.Count > limit) return new BatchOutcome.TooLarge(limit);
        var refused = Refused(records);
        if (refused.Length == records.Count) return new BatchOutcome.Invalid(refused);
        try
        {
            return await databases.InTransactionAsync(
                Repeatable.IfUndone, (db, transaction) => QueueAsync(db, transaction, title, records, refused, isPrivate, caller, ct), ct);
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is { } reason && !ct.IsCancellationRequested)
        {
            log.LogError(e, "A batch was not saved");
            return new BatchOutcome.NotSaved(reason);
        }
    }

    private async Task<BatchOutcome> QueueAsync(
        PortalDb db, PortalTransaction transaction, string title, IReadOnlyList<PerturbationRecord> records,
        ImmutableArray<RefusedRecord> refused, bool isPrivate, Caller caller, CancellationToken ct)
    {
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Batch, 1, ct); // first: it locks, so that the count holds
        var (pieces, jobs) = (db.BatchPieces, db.Jobs);
        var unfinished = await db.Batches.CountAsync(b => b.VisitorKey == caller.Key && (pieces.Any(p => p.BatchNumber == b.Number)
            || jobs.Any(j => j.BatchNumber == b.Number && (j.State == JobState.Queued || j.State == JobState.Running))), ct);
        if ((await launch.Value.QuotaOfAsync(db, caller, ct)).Batches is var most
            && unfinished >= most) return new BatchOutcome.QuotaReached(most);

        var left = refused.Select(r => r.Index).ToHashSet();
        var kept = records.Where((_, i) => !left.Contains(i)).ToArray();
        await AddAsync(db, number, title, kept, new(caller.Key, isPrivate), ct);
        HistoryWriter.Add(
            db, caller, Operation.LaunchBatch, HistorySubject.Batch(number), clock.GetUtcNow().UtcDateTime,
            string.Create(CultureInfo.InvariantCulture, $"{kept.Length} jobs{(isPrivate ? ", private" : "")}"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        bell.Ring();
        return new BatchOutcome.Launched(number, kept.Length, refused);
    }

    /// <summary>Writes the batch: its first records as jobs, the rest as pieces that workers lay out when nothing else waits. The caller
    /// holds a transaction and has taken the number.</summary>
    internal async Task AddAsync(
        PortalDb db, int number, string title, IReadOnlyList<PerturbationRecord> records, JobOwner owner, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Batches.Add(
            new BatchRow
            {
                Number = number,
                Title = title.Fit(200),
                VisitorKey = owner.Key.Fit(64),
                IsPrivate = owner.IsPrivate,
                Total = records.Count,
                CreatedAt = now
            });
        await db.SaveChangesAsync(ct);
        var job = await NumberSeries.TakeAsync(db, NumberSeries.Job, records.Count, ct);
        foreach (var (place, piece) in records.Chunk(BatchPieceRow.Records).Index())
        {
            if (place == 0) foreach (var (i, record) in piece.Index()) EnqueuedJob.Add(
                db, job + i, record, new(generator.Engine), owner, number, now);
            else db.BatchPieces.Add(
                new BatchPieceRow
                {
                    BatchNumber = number,
                    Piece = place + 1,
                    FirstJob = job,
                    Count = piece.Length,
                    RecordsJson = PortalJson.Write(piece)
                });
            job += piece.Length;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear(); // a batch of 20,000 never stands in memory twice
        }
    }

    private static ImmutableArray<RefusedRecord> Refused(IReadOnlyList<PerturbationRecord> records) =>
        [.. records.Select((record, i) => new RefusedRecord(i, LaunchRules.Check(record))).Where(r => !r.Problems.IsEmpty)];
}
