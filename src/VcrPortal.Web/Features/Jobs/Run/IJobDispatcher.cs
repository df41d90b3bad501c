using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>
/// Tells workers that something waits. The queue itself is the database, so a lost message costs one poll. Here one process; several
/// machines put a message queue behind the same two calls.
/// </summary>
public interface IJobDispatcher
{
    ValueTask DispatchAsync(int number, CancellationToken ct);

    /// <summary>Returns when something may wait, at the latest after one poll interval.</summary>
    ValueTask WaitAsync(CancellationToken ct);
}

/// <summary>A bell within the process, and a poll for what others queued and for leases that expired.</summary>
public sealed class InProcessDispatcher(TimeProvider clock) : IJobDispatcher
{
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // Each ring wakes one worker. As many are kept as there can be workers; more would wake nobody.
    private readonly Rings _rings = new(clock, most: 64);

    public ValueTask DispatchAsync(int number, CancellationToken ct)
    {
        _rings.Ring();
        return ValueTask.CompletedTask;
    }

    public ValueTask WaitAsync(CancellationToken ct) => new(_rings.WaitAsync(Poll, ct));
}
