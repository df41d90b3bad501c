namespace VcrPortal.Generation.Sources.Http.Asking;

/// <summary>How often one service is asked: jobs that run side by side share it, and wait for their turn.</summary>
/// <param name="between">From the beginning of one request to that of the next; zero for no limit.</param>
public sealed class HostRateLimit(TimeSpan between, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _next;

    public async Task WaitAsync(CancellationToken ct)
    {
        if (between == TimeSpan.Zero && _next == default) return;
        await _turn.WaitAsync(ct);
        try
        {
            var wait = _next - clock.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, ct);
            _next = clock.GetUtcNow() + between;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The service asks to be left alone for a while.</summary>
    public void HoldOff(TimeSpan pause) => _next = clock.GetUtcNow() + pause;

    public void Dispose() => _turn.Dispose();
}
