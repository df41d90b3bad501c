namespace VcrPortal.Web.Tests.Support;

/// <summary>The clock of a machine whose time of day is set forward and back, while time itself goes on as it does.</summary>
/// <param name="time">How time goes on.</param>
internal sealed class LeapingClock(TimeProvider time) : TimeProvider
{
    /// <summary>How far ahead the time of day is.</summary>
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Ahead;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
