using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Watch;

/// <summary>A finished job, played from its log.</summary>
public class ReplayTrackTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Replay_AtItsEnd_IsTheStoredState()
    {
        await using var portal = await TestPortal.StartAsync();
        var job = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var stored = await portal.Get<ReadJob>().ReadProgressAsync(job, Samples.Anybody, default);
        var track = new ReplayTrack(await portal.Get<ReadJob>().ReadLogAsync(job, Samples.Anybody, default));
        Assert.Equal(stored.LastSequence, track.Length);
        Assert.Equal(ProgressText.For(stored), ProgressText.For(track.StateAt(track.Length)));
    }

    [Fact]
    public async Task Replay_AtEachMoment_IsTheStateThatTheLogHadThen()
    {
        await using var portal = await TestPortal.StartAsync();
        var job = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var events = await portal.Get<ReadJob>().ReadLogAsync(job, Samples.Anybody, default);
        // Longer than one kept state, so that moments on both sides of it are asked.
        var twice = events.Concat(events.Select(e => e with { Sequence = e.Sequence + events.Count })).Concat(
            events.Select(e => e with { Sequence = e.Sequence + 2 * events.Count })).ToList();
        var track = new ReplayTrack(twice);
        for (var k = 0; k <= twice.Count; k++)
            Assert.Equal(ProgressText.For(JobProgress.Empty.Apply(twice[..k])), ProgressText.For(track.StateAt(k)));
    }

    [Fact]
    public async Task Log_OfAPrivateJob_IsNotForStrangers()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        var launched = await portal.Get<Web.Features.Jobs.Launch.LaunchJob>().RunAsync(Samples.Record(), true, ana, default);
        var job = Assert.IsType<Web.Features.Jobs.Launch.LaunchOutcome.Launched>(launched).JobNumber;
        Assert.Empty(await portal.Get<ReadJob>().ReadLogAsync(job, Samples.Anybody, default));
        Assert.NotEmpty(await portal.Get<ReadJob>().ReadLogAsync(job, ana, default));
    }

    [Fact]
    public void Times_SpreadWhatIsFasterThanReading_AndShortenWhatIsLong()
    {
        var track = new ReplayTrack([At(1, 0), At(2, 0), At(3, 1), At(4, 3600)]);
        var (least, most) = (ReplayTrack.Shortest, ReplayTrack.Longest);
        Assert.Equal([least, least * 2, least * 2 + TimeSpan.FromSeconds(1), least * 2 + TimeSpan.FromSeconds(1) + most],
            Enumerable.Range(1, 4).Select(track.TimeOf));
        Assert.Equal(track.Duration, track.TimeOf(4));
    }

    [Fact]
    public void Moment_AtATime_IsTheEventsThatHaveComeByThen()
    {
        var track = new ReplayTrack([At(1, 0), At(2, 0), At(3, 0)]);
        Assert.Equal(0, track.MomentAt(TimeSpan.Zero));
        for (var k = 1; k <= 3; k++)
        {
            Assert.Equal(k, track.MomentAt(track.TimeOf(k)));
            Assert.Equal(k - 1, track.MomentAt(track.TimeOf(k) - TimeSpan.FromMilliseconds(1)));
        }
        Assert.Equal(3, track.MomentAt(track.Duration * 20));
    }

    private static JobEvent At(int sequence, double seconds) =>
        new(sequence, Start.AddSeconds(seconds), new JobEventBody.CancelRequested());
}
