using System.Collections.Immutable;
using VcrPortal.Generation.Input;

namespace VcrPortal.Web.Features.Jobs;

/// <summary>What became of a launch.</summary>
public abstract record LaunchOutcome
{
    private LaunchOutcome() { }

    public sealed record Launched(int JobNumber) : LaunchOutcome;
    /// <summary>Visitors may not launch here.</summary>
    public sealed record NotAllowed : LaunchOutcome;
    /// <param name="Limit">Jobs of one visitor that may wait or run at the same time.</param>
    public sealed record QuotaReached(int Limit) : LaunchOutcome;
    /// <param name="Limit">Jobs that may wait at the same time.</param>
    public sealed record QueueFull(int Limit) : LaunchOutcome;
    public sealed record Invalid(ImmutableArray<LaunchProblem> Problems) : LaunchOutcome;
}

/// <summary>What is wrong with one field of a record, to be shown beside it.</summary>
/// <param name="Field"><c>compound</c>, <c>gene</c>, <c>smiles</c>, <c>cellLine</c>, <c>report</c>, or the record's own key.</param>
public sealed record LaunchProblem(string Field, string Message);

/// <summary>Queues one generation job.</summary>
public sealed class LaunchJob
{
    /// <param name="visitorKey">Opaque and stable for one visitor (or account); the quota counts by it.</param>
    public Task<LaunchOutcome> RunAsync(PerturbationRecord record, string visitorKey, CancellationToken ct) => throw new NotImplementedException();
}
