using Microsoft.Extensions.Time.Testing;

namespace VcrPortal.Web.Tests.Support;

/// <summary>Time that a test moves, from one morning on.</summary>
internal sealed class ManualClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero))
{
    public DateTime Now => GetUtcNow().UtcDateTime;

    /// <summary>Moves time on until the task has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            Advance(step);
            await Task.Yield();
        }
        return await task;
    }
}
