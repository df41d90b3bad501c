namespace VcrPortal.Generation.Sources.Http.Asking;

/// <summary>How often one service is asked: jobs that run side by side share it, and wait for their turn.</summary>
/// <param name="between">The least time from the beginning of one request to that of the next; zero for no limit.</param>
public sealed class HostRateLimit(TimeSpan between, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Ticks by UTC, which several threads read and write whole.
    private long _next;

    public async Task WaitAsync(CancellationToken ct)
    {
        if (between == TimeSpan.Zero && Interlocked.Read(ref _next) == 0) return;
        await _turn.WaitAsync(ct);
        try
        {
            var wait = TimeSpan.FromTicks(Interlocked.Read(ref _next) - clock.GetUtcNow().UtcTicks);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct);
            NotBefore(clock.GetUtcNow() + between);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The service asks to be left alone for a while; a shorter while than it asked for before ends nothing sooner.</summary>
    public void HoldOff(TimeSpan pause) => NotBefore(clock.GetUtcNow() + pause);

    private void NotBefore(DateTimeOffset next)
    {
        var known = Interlocked.Read(ref _next);
        while (known < next.UtcTicks && Interlocked.CompareExchange(ref _next, next.UtcTicks, known) is var found && found != known)
            known = found;
    }

    public void Dispose() => _turn.Dispose();
}
