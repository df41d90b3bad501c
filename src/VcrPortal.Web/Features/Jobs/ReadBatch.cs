using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>A batch with its counts; its jobs are read with <see cref="ListJobs"/>.</summary>
public sealed class ReadBatch
{
    /// <returns>Null when there is no such batch.</returns>
    public Task<BatchSummary?> RunAsync(int batchNumber, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The newest batches first.</summary>
    public Task<ImmutableArray<BatchSummary>> ListLatestAsync(int count, CancellationToken ct) => throw new NotImplementedException();
}
