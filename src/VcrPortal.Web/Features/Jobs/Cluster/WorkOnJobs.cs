using Orleans.Runtime;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>Asks for jobs as long as this process lives and has room. When it stops, it gives back what it had.</summary>
internal sealed class WorkOnJobs(
    IGrainFactory grains, JobsHere jobs, QueueBell bell, WorkLock right, TimeProvider clock, ILogger<WorkOnJobs> log)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>A bell that was not heard costs no more than this.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A job that is over by then is never known to the cluster, which costs several messages. Well before
    /// <see cref="LastingJobs.Lasting"/>.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The cluster can be called from here on.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await jobs.DrainAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var waiting = bell.Register();
        try
        {
            await _started.Task.WaitAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                if (jobs.Wanted == 0) await jobs.SomeEndedAsync(Poll, stoppingToken);
                else if (!await TakeAsync(stoppingToken)) await waiting.WaitAsync(Poll, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        catch (ObjectDisposedException) { } // the host was disposed without being stopped: its cluster went before this work
    }

    /// <returns>Whether there was something to begin with.</returns>
    private async Task<bool> TakeAsync(CancellationToken ct)
    {
        try
        {
            if (!await right.HoldAsync(ct)) return false;
            var next = await grains.GetGrain<IKeeperGrain>(IKeeperGrain.Key).NextAsync(jobs.Wanted);
            foreach (var job in next) _ = BeginAsync(job, ct);
            return next.Length > 0;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException || DatabaseTrouble.Describe(e) is not null)
        {
            // A machine of the cluster has died, or the database is away: what was given out is given out again.
            log.LogInformation("No job could be asked for; it is tried again. {Reason}",
                DatabaseTrouble.Describe(e) is null ? "A member of the cluster does not answer." : DatabaseTrouble.Explain(e, ""));
            await Task.Delay(Poll, clock, ct);
            return false;
        }
    }

    /// <summary>A job that lasts gets its grain here, where it is worked on, before the keeper looks for one that does.</summary>
    private async Task BeginAsync(OpenJob job, CancellationToken ct)
    {
        var work = jobs.EnsureRunning(job);
        var pause = Short;
        while (true)
        {
            await Task.WhenAny(work, Task.Delay(pause, clock, ct));
            if (work.IsCompleted || ct.IsCancellationRequested) return;
            try
            {
                await grains.GetGrain<IJobGrain>(job.Number).EnsureRunningAsync(job);
                return;
            }
            catch (Exception e) when (e is OrleansException or TimeoutException or ObjectDisposedException)
            {
                log.LogDebug(e, "Job {Job} could not be made known to the cluster; it is tried again", job.Number);
                pause = Poll;
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
