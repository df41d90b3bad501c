namespace VcrPortal.E2E.Harness;

/// <summary>Waits for what no page shows: an end in the log, a process that is gone.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <param name="what">What is waited for, for the message of a journey that waited in vain.</param>
    public static async Task IsSoAsync(string what, Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(BetweenLooks);
        while (!await isSo())
        {
            try { await look.WaitForNextTickAsync(late.Token); }
            catch (OperationCanceledException e) { throw new TimeoutException($"It took too long until {what}.", e); }
        }
    }
}
