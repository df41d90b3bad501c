namespace VcrPortal.Web.Features.Jobs;

/// <summary>What became of a stop.</summary>
public abstract record StopOutcome
{
    private StopOutcome() { }

    /// <summary>It had not started and never will.</summary>
    public sealed record Stopped : StopOutcome;
    /// <summary>It is running and ends within moments; what exists is kept as a partial trace.</summary>
    public sealed record Stopping : StopOutcome;
    public sealed record AlreadyOver : StopOutcome;
    public sealed record NotAllowed : StopOutcome;
    public sealed record NotFound : StopOutcome;
}

/// <summary>Stops a job; what it has produced is kept.</summary>
public sealed class StopJob
{
    public Task<StopOutcome> RunAsync(int jobNumber, string visitorKey, CancellationToken ct) => throw new NotImplementedException();
}
