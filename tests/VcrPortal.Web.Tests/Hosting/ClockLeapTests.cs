using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>The time of day leaps an hour forward, and back. Cookies are in <see cref="TwoPortalsTests"/>, whole processes in the journey
/// ClockJourneys.</summary>
public class ClockLeapTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ManualClock _time = new();
    private readonly LeapingClock _clock;

    public ClockLeapTests() => _clock = new(_time);

    [Fact]
    public async Task AJobOfALeapingClock_IsReadInTheOrderOfItsLog_WithoutAGap()
    {
        var clock = new LeapingClock(TimeProvider.System);
        await using var portal = await TestPortal.StartAsync(clock);
        var number = await portal.LaunchAsync();
        portal.Generator.Before = async (e, ct) =>
        {
            if (e is not GenerationEvent.StageStarted { Stage: Stage.Report or Stage.Verify } started) return;
            var before = started.Stage == Stage.Report ? Stage.Retrieve : Stage.Explain;
            await foreach (var stored in portal.Get<JobFeed>().WatchAsync(number, 0, ct)) // with the time that it was
                if (stored.Any(s => s.Body is JobEventBody.Generated { Event: GenerationEvent.StageFinished end } && end.Stage == before))
                    break;
            clock.Ahead = started.Stage == Stage.Report ? Hour : -Hour;
        };
        var running = portal.RunNextAsync();
        List<JobEvent> seen = [];
        await foreach (var events in portal.Get<JobFeed>().WatchAsync(number, 0, default)) seen.AddRange(events);
        await running;

        Assert.Contains(seen.Zip(seen.Skip(1)), pair => pair.First.At > pair.Second.At + Hour);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen.Select(e => e.Sequence));
        Assert.Equal((await portal.LogAsync(number)).Select(e => (e.Sequence, e.At)), seen.Select(e => (e.Sequence, e.At)));
        Assert.Equal((JobState.Completed, 1), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).Attempt));
        var progress = await portal.Get<ReadJob>().ReadProgressAsync(number, Samples.Anybody, default);
        Assert.NotEmpty(progress.Graph!.Actions);
    }

    [Fact]
    public void WhatWasGivenOut_IsRememberedForAsLong_WhateverTheTimeOfDay()
    {
        var given = new HandedOut(_clock);
        OpenJob[] queue = [new(1, 0)];
        Assert.Equal(queue, given.Take(queue, 1));
        _clock.Ahead = Hour;
        Assert.Empty(given.Take(queue, 1));
        _clock.Ahead = -Hour;
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(queue, given.Take(queue, 1));
    }

    [Fact]
    public void WhoTriedTooOften_RestsForAsLong_WhateverTheTimeOfDay()
    {
        var tries = new WrongTries(_clock);
        _clock.Ahead = Hour;
        for (var i = 0; i < WrongTries.Allowed; i++) tries.Add("192.0.2.7");
        _clock.Ahead = 2 * Hour;
        Assert.True(tries.IsResting("192.0.2.7"));
        _clock.Ahead = TimeSpan.Zero;
        Assert.True(tries.IsResting("192.0.2.7"));
        _time.Advance(WrongTries.Rest);
        Assert.False(tries.IsResting("192.0.2.7"));
    }

    [Fact]
    public void AProofFromAnHourThatHasNotComeYet_IsNotFresh()
    {
        var ana = new Caller("ana", PortalRole.Contributor) { ProvedAt = _clock.GetUtcNow() };
        Assert.True(ana.IsFresh(_clock));
        _clock.Ahead = -Hour;
        Assert.False(ana.IsFresh(_clock));
    }
}
