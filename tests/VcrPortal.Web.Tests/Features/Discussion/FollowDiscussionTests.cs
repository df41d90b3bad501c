using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.People;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Live;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion;

public class FollowDiscussionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Comment_IsSeenByAllWhoLook()
    {
        using var over = new CancellationTokenSource(Patience);
        await using var portal = await TestPortal.WithATraceAsync();
        var watchers = Enumerable.Range(0, 20)
            .Select(i => WaitForAsync(portal, new Caller($"w{i}", PortalRole.Contributor), now => now.Said.Comments == 1, over.Token))
            .ToArray();
        await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "here"), Samples.Ana, default);
        Assert.All(await Task.WhenAll(watchers), now => Assert.Equal("here", now.Said.Threads[0].First.Text));
    }

    [Fact]
    public async Task Comment_OfAnotherProcess_IsSeenAtTheNextBeat()
    {
        using var over = new CancellationTokenSource(Patience);
        var clock = new ManualClock();
        await using var portal = await TestPortal.WithATraceAsync(clock);
        await using var other = await TestPortal.StartAsync(clock, beside: portal);
        await using var views = portal.Get<FollowDiscussion>().RunAsync(1, 1, Samples.Ana, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await views.MoveNextAsync());
        await other.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "from elsewhere"), Samples.Bob, default);
        Assert.True(await clock.RunAsync(views.MoveNextAsync().AsTask(), FollowDiscussion.Beat));
        Assert.Equal(1, views.Current.Said.Comments);
    }

    [Fact]
    public async Task Presence_CountsPeople_NotTabs()
    {
        using var over = new CancellationTokenSource(Patience);
        await using var portal = await TestPortal.WithATraceAsync();
        var two = WaitForAsync(portal, Samples.Ana, now => now.Present == 2, over.Token);
        await using var tab = portal.Get<FollowDiscussion>().RunAsync(1, 1, Samples.Ana, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await tab.MoveNextAsync());
        await using var bob = portal.Get<FollowDiscussion>().RunAsync(1, 1, Samples.Bob, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await bob.MoveNextAsync());
        Assert.Equal(2, (await two).Present);
    }

    [Fact]
    public async Task Person_WhoseBrowserIsAway_IsNotHere_AndIsWhereTheyWereOnceItIsBack()
    {
        using var over = new CancellationTokenSource(Patience);
        await using var portal = await TestPortal.WithATraceAsync();
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        var (follow, browser) = (portal.Get<FollowDiscussion>(), new BrowserConnection());
        await using var hers = follow.RunAsync(1, 1, ana, browser, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await hers.MoveNextAsync());
        follow.Move(1, ana, "n:n2");

        await browser.OnConnectionDownAsync(null!, over.Token);
        await WaitForAsync(portal, bob, now => now is { Present: 1, Here.IsEmpty: true }, over.Token);

        await browser.OnConnectionUpAsync(null!, over.Token);
        var now = await WaitForAsync(portal, bob, now => now is { Present: 2, Here.Length: 1 }, over.Token);
        Assert.Equal("n:n2", now.Here[0].About);
    }

    [Fact]
    public async Task Person_WhoGoesToAClaim_IsSeenThereByOthers_UnlessTheyHide()
    {
        using var over = new CancellationTokenSource(Patience);
        await using var portal = await TestPortal.WithATraceAsync();
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        var follow = portal.Get<FollowDiscussion>();
        await using var hers = follow.RunAsync(1, 1, ana, over.Token).GetAsyncEnumerator(over.Token);
        Assert.True(await hers.MoveNextAsync());
        Assert.Empty(hers.Current.Here);

        var seen = WaitForAsync(portal, bob, now => now.Here.Length == 1, over.Token);
        follow.Move(1, ana, "n:n2");
        Assert.Equal(new PersonHere(ana.Key, "ana", "n:n2"), Assert.Single((await seen).Here));
        var hidden = WaitForAsync(portal, bob, now => now.Here.IsEmpty, over.Token);
        follow.Move(1, ana, null);
        Assert.True((await hidden).Present >= 1); // she is counted, and nobody sees where
        follow.Move(1, new Caller("nobody-here", PortalRole.Contributor), "n:n1");
        Assert.Empty((await WaitForAsync(portal, bob, _ => true, over.Token)).Here);
    }

    [Fact]
    public async Task Discussion_OfATraceThatIsNot_EndsAtOnce()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await foreach (var _ in portal.Get<FollowDiscussion>().RunAsync(404, 1, Samples.Ana, default)) Assert.Fail(
            "there is nothing to see");
        await foreach (var _ in portal.Get<FollowDiscussion>().RunAsync(1, 404, Samples.Ana, default)) Assert.Fail(
            "there is nothing to see");
    }

    private static async Task<DiscussionNow> WaitForAsync(
        TestPortal portal, Caller caller, Func<DiscussionNow, bool> isThere, CancellationToken ct)
    {
        await foreach (var now in portal.Get<FollowDiscussion>().RunAsync(1, 1, caller, ct))
            if (isThere(now)) return now;
        throw new InvalidOperationException("The discussion ended.");
    }
}
