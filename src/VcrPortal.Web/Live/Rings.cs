using System.Threading.Channels;

namespace VcrPortal.Web.Live;

/// <summary>The rings that somebody has not heard yet. They carry nothing: whoever hears one looks for itself.</summary>
public sealed class Rings
{
    private readonly Channel<byte> _rings;
    private readonly TimeProvider _clock;

    /// <param name="most">Rings that are kept until somebody waits for them; what comes beyond is the same news and is dropped.</param>
    public Rings(TimeProvider clock, int most = 1) => (_clock, _rings) = (clock,
        Channel.CreateBounded<byte>(new BoundedChannelOptions(most) { FullMode = BoundedChannelFullMode.DropWrite }));

    /// <summary>Never waits and never runs anybody's code: who waits goes on in its own time.</summary>
    public void Ring() => _rings.Writer.TryWrite(0);

    /// <summary>Returns after one ring, which may have come before, and at the latest after <paramref name="atMost"/>: a lost ring costs no
    /// more than that.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        if (_rings.Reader.TryRead(out _)) return;
        // The poll is a ring like any other: nothing is thrown where nothing went wrong.
        await using var poll = _clock.CreateTimer(_ => Ring(), null, atMost, Timeout.InfiniteTimeSpan);
        await _rings.Reader.ReadAsync(ct);
    }
}
