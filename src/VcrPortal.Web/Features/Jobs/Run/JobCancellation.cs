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
        (Token, Finished) = (_halt.Token, _finished.Token);
    }

    public CancellationToken Token { get; }
    public bool StopRequested { get; private set; }
    public bool ClaimLost { get; private set; }

    /// <summary>The pipeline has come to its end: there is nothing to watch any more.</summary>
    public CancellationToken Finished { get; }

    /// <summary>A person asked for it.</summary>
    public void Stop() => Cancel(() => StopRequested = true);

    /// <summary>The job is another worker's now.</summary>
    public void Lose() => Cancel(() => ClaimLost = true);

    public void Finish() => _finished.Cancel();

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
