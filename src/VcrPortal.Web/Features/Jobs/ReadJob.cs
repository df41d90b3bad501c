namespace VcrPortal.Web.Features.Jobs;

/// <summary>One job by its number.</summary>
public sealed class ReadJob
{
    /// <returns>Null when there is no such job.</returns>
    public Task<JobDetails?> RunAsync(int jobNumber, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>The state of the job now, from its log.</summary>
    public Task<JobProgress> ReadProgressAsync(int jobNumber, CancellationToken ct) => throw new NotImplementedException();
}
