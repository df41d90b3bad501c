using System.Threading.Channels;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>
/// Tells workers that something waits. The queue itself is the database, so a lost message costs one poll. Here one process; several
/// machines
/// put a message queue behind the same two calls.
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

    // As many rings as there can be workers; more would wake nobody.
    private readonly Channel<byte> _bell =
        Channel.CreateBounded<byte>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropWrite });

    public ValueTask DispatchAsync(int number, CancellationToken ct)
    {
        _bell.Writer.TryWrite(0);
        return ValueTask.CompletedTask;
    }

    public async ValueTask WaitAsync(CancellationToken ct)
    {
        using var poll = new CancellationTokenSource(Poll, clock);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct, poll.Token);
        try { await _bell.Reader.ReadAsync(wait.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { /* the poll */ }
    }
}
