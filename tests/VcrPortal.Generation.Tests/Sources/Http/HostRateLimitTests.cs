using Microsoft.Extensions.Time.Testing;
using VcrPortal.Generation.Sources.Http.Asking;

namespace VcrPortal.Generation.Tests.Sources.Http;

/// <summary>Jobs that run side by side ask one service no oftener than it allows.</summary>
public class HostRateLimitTests
{
    private readonly WatchedClock _clock = new();

    [Fact]
    public async Task Askers_AtOnce_TakeTheirTurns()
    {
        using var limit = new HostRateLimit(TimeSpan.FromSeconds(1), _clock);
        Task[] asking = [.. Enumerable.Range(0, 3).Select(_ => limit.WaitAsync(default))];
        for (var passed = 1; passed < asking.Length; passed++)
        {
            // The clock stands until the next one waits for it: who begins to wait after it was set on would wait for ever.
            Assert.True(await _clock.Waiting.WaitAsync(TimeSpan.FromMinutes(1)), $"Asker {passed + 1} did not wait.");
            Assert.InRange(asking.Count(a => a.IsCompleted), 0, passed);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Task.WhenAll(asking);
    }

    [Theory]
    [InlineData("Request Count status: Yellow (60%), Request Time status: Green (0%), Service status: Green (20%)", 2)]
    [InlineData("Request Count status: Red (80%), Request Time status: Green (0%), Service status: Green (20%)", 10)]
    [InlineData("Request Count status: Black (100%), Request Time status: Green (0%), Service status: Green (20%)", 60)]
    public async Task Throttling_IsHeeded(string said, int seconds)
    {
        using var limit = new HostRateLimit(TimeSpan.Zero, _clock);
        using var answer = new HttpResponseMessage();
        answer.Headers.Add("X-Throttling-Control", said);
        limit.Heed(answer);
        var next = limit.WaitAsync(default);
        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    /// <summary>Says each time that somebody waits for it.</summary>
    private sealed class WatchedClock : FakeTimeProvider
    {
        public SemaphoreSlim Waiting { get; } = new(0);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Waiting.Release();
            return timer;
        }
    }
}
