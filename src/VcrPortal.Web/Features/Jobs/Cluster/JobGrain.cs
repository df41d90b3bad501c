using Orleans.Placement;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>A job on its way, by its number.</summary>
[Alias("vcr.job")]
internal interface IJobGrain : IGrainWithIntegerKey
{
    /// <summary>Begins, or goes on, with it where nobody works on it; else nothing happens. Returns at once.</summary>
    /// <param name="job">The job as the queue knew it.</param>
    [Alias("ensure"), ResponseTimeout("00:00:03")]
    Task EnsureRunningAsync(OpenJob job);
}

/// <summary>
/// Sees to it that one process of the cluster works on a job. While machines cannot see each other there may be two for a moment: then the
/// attempt number in the job's row decides which of them can write.
/// </summary>
[PreferLocalPlacement]
internal sealed class JobGrain(JobsHere jobs) : Grain, IJobGrain
{
    /// <summary>A running job is not idle, however long nobody asks for it. Each poke begins this anew.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromHours(2);

    private Task _work = Task.CompletedTask;

    public Task EnsureRunningAsync(OpenJob job)
    {
        DelayDeactivation(Long);
        if (_work.IsCompleted) _work = LeaveAfterAsync(jobs.EnsureRunning(job));
        return Task.CompletedTask;
    }

    private async Task LeaveAfterAsync(Task work)
    {
        await work;
        DeactivateOnIdle();
    }
}
