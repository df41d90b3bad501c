using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Listing;

namespace VcrPortal.Web.Features.Jobs.Retrying;

/// <summary>
/// Asks the question of a job again from one of its stages on, as it was set: a new job takes over what the stages before it made, and
/// begins there. The old job, with its log and what it kept, stays as it is.
/// </summary>
[Requires(Operation.LaunchJob)]
public sealed class RetryJob(ReadJob jobs, LaunchJob launch)
{
    public async Task<LaunchOutcome> RunAsync(int jobNumber, Stage from, Caller caller, CancellationToken ct)
    {
        if (await jobs.RunAsync(jobNumber, caller, ct) is not { } job) return new LaunchOutcome.OriginNotThere();
        var setting = new LaunchSetting(job.Engine, job.Summary.IsPrivate, job.RefinementSteps, jobNumber, from);
        return await launch.RunAsync(PortalJson.Read<PerturbationRecord>(job.RecordJson), setting, caller, ct);
    }
}
