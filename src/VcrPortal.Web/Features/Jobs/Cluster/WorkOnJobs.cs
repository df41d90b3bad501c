using Orleans.Runtime;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>Asks for jobs as long as this process lives and has room. When it stops, it gives back what it had.</summary>
internal sealed class WorkOnJobs(
    IGrainFactory grains, JobsHere jobs, QueueBell bell, ReadQueue queue, RefillQueue refill, WorkLock right, TimeProvider clock,
    ILogger<WorkOnJobs> log)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>A bell that was not heard costs no more than this.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>A job that is over by then is never known to the cluster, which costs several messages. Well before
    /// <see cref="LastingJobs.Lasting"/>.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a keeper that did not answer is not asked again: its machine has died, and it may take a while until that is
    /// noticed.</summary>
    private static readonly TimeSpan WithoutKeeper = TimeSpan.FromSeconds(3);

    private long? _unanswered;
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
            var next = await AskAsync(jobs.Wanted, ct);
            foreach (var job in next) _ = BeginAsync(job, ct);
            return next.Count > 0;
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            log.LogInformation("No job could be asked for; it is tried again. {Reason}", DatabaseTrouble.Explain(e, ""));
            await Task.Delay(Poll, clock, ct);
            return false;
        }
    }

    /// <summary>What the keeper gives out. While there is none, each looks at the queue for itself: of two who take the same job one
    /// begins it.</summary>
    private async Task<IReadOnlyList<OpenJob>> AskAsync(int most, CancellationToken ct)
    {
        if (_unanswered is not { } since || clock.GetElapsedTime(since) > WithoutKeeper)
            try
            {
                var next = await grains.GetGrain<IKeeperGrain>(IKeeperGrain.Key).NextAsync(most);
                _unanswered = null;
                return next;
            }
            catch (Exception e) when (e is OrleansException or TimeoutException && !ct.IsCancellationRequested)
            {
                if (_unanswered is null) log.LogInformation(
                    "The process that gives out the jobs does not answer; this one looks at the queue for itself until another does");
                log.LogDebug(e, "The keeper does not answer");
                _unanswered = clock.GetTimestamp();
            }
        IReadOnlyList<OpenJob> found;
        while ((found = await jobs.OthersAsync(queue, most, ct)).Count == 0 && await refill(ct)) { }
        return found;
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
