using VcrPortal.Web.Live;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Live;

public class BellTests
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly ManualClock _clock = new();
    private readonly Bell<int> _bell;

    public BellTests() => _bell = new(_clock);

    [Fact]
    public async Task Ring_BeforeAnybodyWaits_IsHeardOnce_HoweverOften()
    {
        using var listening = _bell.Register(1);
        for (var i = 0; i < 5; i++) _bell.Ring(1);
        await listening.WaitAsync(Never, default);
        Assert.False(listening.WaitAsync(Never, default).IsCompleted);
    }

    [Fact]
    public async Task Ring_IsHeardByAllOfItsKey_AndByNobodyElse()
    {
        using var one = _bell.Register(1);
        using var another = _bell.Register(1);
        using var stranger = _bell.Register(2);
        var heard = Task.WhenAll(one.WaitAsync(Never, default), another.WaitAsync(Never, default));
        var unheard = stranger.WaitAsync(Never, default);
        _bell.Ring(1);
        await heard;
        Assert.False(unheard.IsCompleted);
    }

    [Fact]
    public async Task Wait_WithoutARing_EndsWithThePoll()
    {
        using var listening = _bell.Register(1);
        var wait = listening.WaitAsync(TimeSpan.FromSeconds(2), default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await wait;
    }

    [Fact]
    public async Task Wait_WhenCancelled_Throws()
    {
        using var gone = new CancellationTokenSource();
        using var listening = _bell.Register(1);
        var wait = listening.WaitAsync(Never, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public void Release_LeavesNothingBehind()
    {
        var (one, another) = (_bell.Register(1), _bell.Register(1));
        Assert.Equal(2, _bell.Listeners);
        one.Dispose();
        one.Dispose();
        Assert.Equal(1, _bell.Listeners);
        another.Dispose();
        Assert.Equal(0, _bell.Listeners);
        _bell.Ring(1);
    }

    [Fact]
    public async Task RegisterAndRelease_FromManyThreads_LosesNobody()
    {
        await Parallel.ForAsync(0, 200, (i, _) =>
        {
            var listening = _bell.Register(i % 3);
            _bell.Ring(i % 3);
            if (i % 2 == 0) listening.Dispose();
            return ValueTask.CompletedTask;
        });
        Assert.Equal(100, _bell.Listeners);
    }

    [Fact]
    public async Task Rings_OfManyWaiters_WakeOneEach()
    {
        var rings = new Rings(_clock, most: 3);
        Task[] waiters = [.. Enumerable.Range(0, 3).Select(_ => rings.WaitAsync(Never, default))];
        rings.Ring();
        await Task.WhenAny(waiters);
        rings.Ring();
        rings.Ring();
        await Task.WhenAll(waiters);
        Assert.False(rings.WaitAsync(Never, default).IsCompleted);
    }
}
