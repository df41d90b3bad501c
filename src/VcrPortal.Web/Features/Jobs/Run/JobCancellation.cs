namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>The reasons for which a running job is cancelled, and the one token that its pipeline sees.</summary>
internal sealed class JobCancellation : IDisposable
{
    private readonly CancellationTokenSource _halt;
    private readonly CancellationTokenSource _finished = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    public JobCancellation(CancellationToken shuttingDown)
    {
        _halt = CancellationTokenSource.CreateLinkedTokenSource(shuttingDown);
        Token = _halt.Token;
    }

    public CancellationToken Token { get; }
    public bool StopRequested { get; private set; }
    public bool LeaseLost { get; private set; }

    /// <summary>A person asked for it.</summary>
    public void Stop() => Cancel(() => StopRequested = true);

    /// <summary>The job is another worker's now.</summary>
    public void Lose() => Cancel(() => LeaseLost = true);

    public void Finish() => _finished.Cancel();

    /// <returns>False when the job has finished and there is nothing to watch any more.</returns>
    public async Task<bool> PauseAsync(TimeSpan interval, TimeProvider clock)
    {
        await Task.Delay(interval, clock, _finished.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_finished.IsCancellationRequested;
    }

    public void Dispose()
    {
        lock (_gate) _disposed = true;
        _halt.Dispose();
        _finished.Dispose();
    }

    private void Cancel(Action note)
    {
        lock (_gate)
        {
            if (_disposed) return; // a stop that comes while the last lines are written
            note();
        }
        _halt.Cancel();
    }
}
