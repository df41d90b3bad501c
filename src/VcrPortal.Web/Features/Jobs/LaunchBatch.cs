using System.Collections.Immutable;
using VcrPortal.Generation.Input;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>What became of a batch.</summary>
public abstract record BatchOutcome
{
    private BatchOutcome() { }

    /// <param name="Refused">Records that were left out, with the reason; the rest goes on.</param>
    public sealed record Launched(int BatchNumber, int Jobs, ImmutableArray<RefusedRecord> Refused) : BatchOutcome;
    public sealed record NotAllowed : BatchOutcome;
    /// <param name="Limit">Records of one batch.</param>
    public sealed record TooLarge(int Limit) : BatchOutcome;
    /// <param name="Limit">Unfinished batches of one visitor.</param>
    public sealed record QuotaReached(int Limit) : BatchOutcome;
    /// <summary>No record was left.</summary>
    public sealed record Invalid(ImmutableArray<RefusedRecord> Refused) : BatchOutcome;
}

/// <param name="Index">The record's place in its file, from 0.</param>
public sealed record RefusedRecord(int Index, ImmutableArray<LaunchProblem> Problems);

/// <summary>Queues many records under one title. They run after interactive jobs.</summary>
public sealed class LaunchBatch
{
    public Task<BatchOutcome> RunAsync(string title, IReadOnlyList<PerturbationRecord> records, string visitorKey, CancellationToken ct) => throw new NotImplementedException();
}
