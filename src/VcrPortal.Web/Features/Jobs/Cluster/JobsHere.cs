using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs.Cluster;

/// <summary>The jobs that this process works on, <see cref="JobOptions.Workers"/> at a time. One that is brought here when all are busy
/// waits for the first who is free. While jobs are short it asks for some ahead, so that not each of them costs a question to the cluster.
/// </summary>
internal sealed class JobsHere(
    BeginAttempt begin, JobRunner runner, IOptions<JobOptions> options, TimeProvider clock, ILogger<JobsHere> log) : IDisposable
{
    /// <summary>The time from an error to the next try: the database is away, or full.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>It asks ahead for as many as ended in this time, so that what waits here waits about as long.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(250);

    private const int MostAhead = 32;

    private readonly SemaphoreSlim _places = new(options.Value.Workers);
    private readonly CancellationTokenSource _draining = new();
    private readonly Rings _ended = new(clock);
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Task> _jobs = [];
    private readonly Queue<long> _ends = [];

    /// <summary>How many more it asks for now.</summary>
    public int Wanted
    {
        get
        {
            lock (_gate)
            {
                while (_ends.TryPeek(out var end) && clock.GetElapsedTime(end) > Ahead) _ends.Dequeue();
                // Half of what waits is used up before it asks again: else it would ask at each end.
                return _jobs.Count > options.Value.Workers + (_ends.Count / 2) ? 0
                    : Math.Max(0, options.Value.Workers + _ends.Count - _jobs.Count);
            }
        }
    }

    /// <summary>Works on a job, unless it does already, or is about to stop.</summary>
    /// <returns>Ends with the work; never fails.</returns>
    public Task EnsureRunning(OpenJob job)
    {
        lock (_gate)
        {
            if (_draining.IsCancellationRequested) return Task.CompletedTask;
            if (_jobs.TryGetValue(job.Number, out var running)) return running;
            return _jobs[job.Number] = Task.Run(() => RunAsync(job));
        }
    }

    /// <summary>The head of the queue, without what waits here already.</summary>
    public async Task<IReadOnlyList<OpenJob>> OthersAsync(ReadQueue queue, int most, CancellationToken ct)
    {
        int held;
        lock (_gate) held = _jobs.Count;
        var waiting = await queue.WaitingAsync(most + held, ct);
        lock (_gate) return [.. waiting.Where(job => !_jobs.ContainsKey(job.Number)).Take(most)];
    }

    /// <summary>Returns when a job has ended, at the latest after <paramref name="atMost"/>.</summary>
    public Task SomeEndedAsync(TimeSpan atMost, CancellationToken ct) => _ended.WaitAsync(atMost, ct);

    /// <summary>Gives back what is running, at its last stored event, and begins with nothing more.</summary>
    public async Task DrainAsync()
    {
        Task[] running;
        lock (_gate)
        {
            _draining.Cancel();
            running = [.. _jobs.Values];
        }
        await Task.WhenAll(running);
    }

    public void Dispose()
    {
        _places.Dispose();
        _draining.Dispose();
    }

    private async Task RunAsync(OpenJob job)
    {
        try
        {
            await _places.WaitAsync(_draining.Token);
            try
            {
                if (await begin.RunAsync(job, _draining.Token) is { } claim) await runner.RunAsync(claim, _draining.Token);
            }
            finally { _places.Release(); }
        }
        catch (OperationCanceledException) when (_draining.IsCancellationRequested) { }
        catch (Exception e)
        {
            await AfterAsync(e);
        }
        finally
        {
            lock (_gate)
            {
                _jobs.Remove(job.Number);
                _ends.Enqueue(clock.GetTimestamp());
                if (_ends.Count > MostAhead) _ends.Dequeue();
            }
            _ended.Ring();
        }
    }

    /// <summary>The top of our own work: the keeper brings the job back, so it is only told, and not at once begun again.</summary>
    private async Task AfterAsync(Exception e)
    {
        if (DatabaseTrouble.Describe(e) is not null)
            log.LogError("A worker could not go on; it tries again. {Reason}", DatabaseTrouble.Explain(e, ""));
        else log.LogError(e, "A worker could not go on; it tries again");
        await Task.Delay(Pause, clock, _draining.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
