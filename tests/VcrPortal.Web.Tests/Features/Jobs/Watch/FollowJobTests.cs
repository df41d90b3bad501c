using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Watch;

public class FollowJobTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Follow_ManyViewers_ShareOneReadingAndEndAlike()
    {
        await using var portal = await TestPortal.StartAsync(_clock);
        var number = await portal.LaunchAsync();
        var viewers = Enumerable.Range(0, 20)
            .Select(_ => portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default).GetAsyncEnumerator()).ToList();
        foreach (var viewer in viewers) Assert.True(await viewer.MoveNextAsync());
        Assert.All(viewers, v => Assert.Same(viewers[0].Current, v.Current));
        Assert.InRange(portal.Get<JobFeed>().Watchers, 0, 1); // it may not have begun to wait for more

        await portal.RunNextAsync();
        var ends = await _clock.RunAsync(Task.WhenAll(viewers.Select(LastAsync)), JobFeed.SlowPoll);
        Assert.Equal(JobState.Completed, ends[0].Progress.State);
        Assert.NotNull(ends[0].Graph);
        Assert.All(ends, e => Assert.Same(ends[0], e));
        Assert.Equal(0, portal.Get<JobFeed>().Watchers);
    }

    [Fact]
    public async Task Follow_AViewerWhoIsSlow_MissesStepsButNotTheLast()
    {
        await using var portal = await TestPortal.StartAsync(_clock);
        var number = await portal.LaunchAsync();
        await using var slow = portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default).GetAsyncEnumerator();
        Assert.True(await slow.MoveNextAsync());
        await using var quick = portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default).GetAsyncEnumerator();
        Assert.True(await quick.MoveNextAsync());
        await portal.RunNextAsync();
        var end = await _clock.RunAsync(LastAsync(quick), JobFeed.SlowPoll);
        Assert.True(await slow.MoveNextAsync());
        Assert.Same(end, slow.Current);
        Assert.False(await slow.MoveNextAsync());
    }

    [Fact]
    public async Task Follow_AJobThatIsOver_ShowsItOnceAndEnds()
    {
        await using var portal = await TestPortal.StartAsync(_clock);
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        await using var viewer = portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default).GetAsyncEnumerator();
        Assert.True(await viewer.MoveNextAsync());
        Assert.True(viewer.Current.Progress.IsOver);
        Assert.False(await viewer.MoveNextAsync());
    }

    [Fact]
    public async Task Follow_WhenTheLastViewerLeaves_ReadsNoMoreAndStartsAnewForTheNext()
    {
        await using var portal = await TestPortal.StartAsync(_clock);
        var number = await portal.LaunchAsync();
        var first = portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default).GetAsyncEnumerator();
        Assert.True(await first.MoveNextAsync());
        await first.DisposeAsync();
        while (portal.Get<JobFeed>().Watchers > 0) await Task.Yield(); // its reading ends a moment later

        await portal.RunNextAsync();
        await using var second = portal.Get<FollowJob>().RunAsync(number, Samples.Anybody, default).GetAsyncEnumerator();
        Assert.True(await second.MoveNextAsync());
        Assert.True(second.Current.Progress.IsOver);
    }

    private static async Task<JobView> LastAsync(IAsyncEnumerator<JobView> views)
    {
        await using (views)
        {
            var last = views.Current;
            while (await views.MoveNextAsync()) last = views.Current;
            return last;
        }
    }
}
