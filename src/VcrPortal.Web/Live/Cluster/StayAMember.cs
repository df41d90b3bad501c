using Orleans.Clustering.Redis;
using Orleans.Runtime;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Live.Cluster;

/// <summary>
/// Looks whether the place in which the members meet still knows this one. A place that was emptied (a Redis that keeps nothing over its
/// restart) is never filled again by those who were in it: they would not notice who dies, and whoever starts would be a cluster of its
/// own beside them. So a member that is forgotten ends, and whatever runs it starts it again. A place that does not answer is waited for.
/// </summary>
/// <param name="exit">Ends the process at once; null: as the system does.</param>
internal sealed class StayAMember(
    IMembershipTable table, ILocalSiloDetails self, IHostApplicationLifetime life, TimeProvider clock, ILogger<StayAMember> log,
    Action<int>? exit = null)
    : BackgroundService, IHostedLifecycleService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    /// <summary>Time to give back jobs. The engine itself takes minutes to leave: it wants to say so in the very place that has forgotten
    /// it.</summary>
    public static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5);

    /// <summary>Where the place does not answer the engine tries for a minute and more to say there that it leaves. Whoever told this
    /// process to stop waits half as long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>The first look may fall between the place's own start and what it reads from its disk.</summary>
    private const int LooksUntilItEnds = 2;

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _forgotten;
    private ITimer? _leaving;
    private CancellationTokenRegistration _stopping;

    /// <summary>Why the members cannot meet at the moment; null when they can, and before the first look.</summary>
    public string? Trouble { get; private set; }

    /// <summary>This member has come in.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _stopping = life.ApplicationStopping.Register(() => EndIn(Longest));
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _started.Task.WaitAsync(stoppingToken);
            using var again = new PeriodicTimer(Every, clock);
            while (await again.WaitForNextTickAsync(stoppingToken) && await LookAsync(stoppingToken)) { }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    /// <returns>False once this process is to end.</returns>
    internal async Task<bool> LookAsync(CancellationToken ct)
    {
        try
        {
            _forgotten = await IsKnownAsync(ct) ? 0 : _forgotten + 1;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Away(e);
            return true;
        }
        if (_forgotten == 0) Back();
        if (_forgotten < LooksUntilItEnds) return true;
        log.LogCritical(
            "The place where the members of the cluster meet has forgotten this one: it was emptied. This process ends, to be started "
            + "again. See that the place keeps what it holds over its own restart (docs/deployment.md)");
        Environment.ExitCode = 1;
        life.StopApplication();
        EndIn(Leaving);
        return false;
    }

    private void EndIn(TimeSpan time)
    {
        _leaving?.Dispose();
#pragma warning disable RS0030 // what is open cannot be closed: the engine waits for a place that is away, or knows nothing of it
        _leaving = clock.CreateTimer(_ => (exit ?? Environment.Exit)(Environment.ExitCode), null, time, Timeout.InfiniteTimeSpan);
#pragma warning restore RS0030
    }

    private async Task<bool> IsKnownAsync(CancellationToken ct)
    {
        try { return (await table.ReadRowAsync(self.SiloAddress, ct)).Members.Count > 0; }
        catch (RedisClusteringException) { return false; } // it answers, and has no table
    }

    private void Away(Exception e)
    {
        if (Trouble is null) log.LogError(
            "The place where the members of the cluster meet does not answer. Work goes on; a machine that dies now is not noticed, and "
            + "none comes in. {Reason}", DatabaseTrouble.Explain(e, "").Trim());
        Trouble = "The place where the members of the cluster meet does not answer: a machine that dies now is not noticed.";
    }

    private void Back()
    {
        if (Trouble is not null) log.LogInformation("The place where the members of the cluster meet answers again");
        Trouble = null;
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        _leaving?.Dispose(); // it has left by itself
        base.Dispose();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
