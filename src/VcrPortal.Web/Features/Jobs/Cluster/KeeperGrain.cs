using Orleans.Runtime;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>Makes jobs of what was asked for and does not wait in the queue yet. A batch fills it so, piece by piece.</summary>
/// <returns>False when there is nothing more.</returns>
public delegate Task<bool> RefillQueue(CancellationToken ct);

/// <summary>One in the cluster: knows who works on what, and brings back what nobody works on any more.</summary>
[Alias("vcr.keeper")]
internal interface IKeeperGrain : IGrainWithIntegerKey
{
    /// <summary>The one key.</summary>
    const long Key = 0;

    /// <summary>Jobs for a process that has room, the next in the queue; each is given out once.</summary>
    /// <param name="most">How many it can begin with.</param>
    [Alias("next"), ResponseTimeout("00:00:10")]
    Task<OpenJob[]> NextAsync(int most);
}

/// <inheritdoc cref="IKeeperGrain"/>
internal sealed class KeeperGrain(ReadQueue queue, RefillQueue refill, TimeProvider clock, ILogger<KeeperGrain> log) : Grain, IKeeperGrain
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly HandedOut _handedOut = new(clock);
    private readonly LastingJobs _lasting = new(clock);
    private readonly HashSet<int> _poked = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // It goes on beside calls: a poke at a dead machine takes seconds.
        this.RegisterGrainTimer(PokeAllAsync, new GrainTimerCreationOptions(TimeSpan.Zero, Look) { KeepAlive = true, Interleave = true });
        return Task.CompletedTask;
    }

    public async Task<OpenJob[]> NextAsync(int most)
    {
        try
        {
            var next = await TakeAsync(most);
            while (next.Length < most && await refill(CancellationToken.None)) next = [.. next, .. await TakeAsync(most - next.Length)];
            return next;
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            log.LogError("The queue could not be read; it is tried again. {Reason}", DatabaseTrouble.Explain(e, ""));
            return [];
        }
    }

    private async Task<OpenJob[]> TakeAsync(int most) =>
        _handedOut.Take(await queue.WaitingAsync(most + _handedOut.Count, CancellationToken.None), most);

    /// <summary>A poke at a job that is being worked on costs one message. At one whose machine has died it makes another go on.</summary>
    private async Task PokeAllAsync(CancellationToken ct)
    {
        try
        {
            foreach (var job in _lasting.Look(await queue.RunningAsync(ct)))
                if (_poked.Add(job.Number)) _ = PokeAsync(job);
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            log.LogWarning("Running jobs could not be looked for; it is tried again. {Reason}", DatabaseTrouble.Explain(e, ""));
        }
    }

    private async Task PokeAsync(OpenJob job)
    {
        try { await GrainFactory.GetGrain<IJobGrain>(job.Number).EnsureRunningAsync(job); }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            // Its machine dies, and nobody knows it yet: the next look pokes again.
            log.LogDebug(e, "Job {Job} does not answer", job.Number);
        }
        finally { _poked.Remove(job.Number); }
    }
}
