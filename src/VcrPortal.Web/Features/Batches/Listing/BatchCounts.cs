using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Features.Batches.Listing;

/// <summary>How many jobs of some batches stand where, of those that the caller may see: two statements, however many batches.</summary>
internal sealed class BatchCounts
{
    private readonly FrozenDictionary<int, StateCount[]> _states;
    private readonly FrozenDictionary<int, int> _pieces;

    private BatchCounts(FrozenDictionary<int, StateCount[]> states, FrozenDictionary<int, int> pieces) =>
        (_states, _pieces) = (states, pieces);

    public static async Task<BatchCounts> ReadAsync(PortalDb db, IReadOnlyCollection<BatchRow> batches, Caller caller, CancellationToken ct)
    {
        var numbers = batches.Select(b => (int?)b.Number).ToArray();
        if (numbers.Length == 0) return new(FrozenDictionary<int, StateCount[]>.Empty, FrozenDictionary<int, int>.Empty);
        var states = await db.Jobs.VisibleTo(db, caller).Where(j => numbers.Contains(j.BatchNumber))
            .GroupBy(j => new { j.BatchNumber, j.State })
            .Select(g => new StateCount(g.Key.BatchNumber!.Value, g.Key.State, g.Count(), g.Max(j => j.FinishedAt))).ToListAsync(ct);
        // No jobs yet, but as good as waiting.
        var pieces = await db.BatchPieces.Where(p => numbers.Contains(p.BatchNumber)).GroupBy(p => p.BatchNumber)
            .Select(g => new { Batch = g.Key, Records = g.Sum(p => p.Count) }).ToListAsync(ct);
        return new(
            states.GroupBy(s => s.Batch).ToFrozenDictionary(g => g.Key, g => g.ToArray()),
            pieces.ToFrozenDictionary(p => p.Batch, p => p.Records));
    }

    internal BatchSummary SummaryFor(BatchRow batch, Caller caller)
    {
        var states = _states.GetValueOrDefault(batch.Number, []);
        int Count(JobState state) => states.FirstOrDefault(s => s.State == state)?.Jobs ?? 0;
        var pieces = _pieces.GetValueOrDefault(batch.Number);
        var (queued, running, completed) = (Count(JobState.Queued) + pieces, Count(JobState.Running), Count(JobState.Completed));
        var total = states.Sum(s => s.Jobs) + pieces; // fewer than it was launched with, once some became private
        var isOver = queued + running == 0;
        return new(
            batch.Number, batch.Title, total, queued, running, completed, total - queued - running - completed, batch.CreatedAt,
            isOver ? states.Max(s => s.FinishedAt) : null, batch.IsPrivate)
        {
            StoppedAt = batch.StoppedAt,
            NeverBegun = batch.NeverBegun,
            MayStop = caller.May(
                Operation.StopJob, new Resource(Resource.RelationOf(batch.VisitorKey == caller.Key, false), batch.IsPrivate, isOver)),
        };
    }

    private sealed record StateCount(int Batch, JobState State, int Jobs, DateTime? FinishedAt);
}
