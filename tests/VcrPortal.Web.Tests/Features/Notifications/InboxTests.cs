using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Notifications;

public class InboxTests
{
    [Fact]
    public async Task Comment_TellsEachOnceForTheFirstReasonThatHolds()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob, rea, wat) = (
            await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"), await portal.RegisterAsync("rea", PortalRole.Reviewer),
            await portal.RegisterAsync("wat"));
        await portal.LaunchAsync(visitor: ana.Key);
        await portal.RunNextAsync();
        foreach (var watcher in (Caller[])[wat, bob]) Assert.Equal(
            WatchOutcome.Done, await portal.Get<WatchTrace>().RunAsync(1, true, watcher, default));

        var first = await SayAsync(portal, bob, "Ask @rea, `@nobody` and @Bob.");
        Assert.Equal([NotificationReason.YourTrace], await ReasonsAsync(portal, ana));
        Assert.Equal([NotificationReason.Mentioned], await ReasonsAsync(portal, rea));
        Assert.Equal([NotificationReason.Watching], await ReasonsAsync(portal, wat));
        Assert.Empty(await ReasonsAsync(portal, bob)); // nobody is told of what they did themselves

        await SayAsync(portal, rea, "An answer for @reviewers.", first);
        Assert.Equal([NotificationReason.Replied], await ReasonsAsync(portal, bob));
        Assert.Equal([NotificationReason.Mentioned], await ReasonsAsync(portal, rea));
    }

    [Fact]
    public async Task Edit_TellsOnlyThoseWhoAreNewInIt()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var (ana, bob, eve) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"), await portal.RegisterAsync("eve"));
        var number = await SayAsync(portal, ana, "@bob?");
        await portal.Get<EditComment>().RunAsync(number, 1, "@bob and @eve?", ana, default);
        Assert.Equal([NotificationReason.Mentioned], await ReasonsAsync(portal, bob));
        Assert.Equal([NotificationReason.Mentioned], await ReasonsAsync(portal, eve));
    }

    [Fact]
    public async Task Inbox_IsOnesOwn_AndReadWhenItWasSeen()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.WithATraceAsync(clock);
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        await SayAsync(portal, ana, "@bob, one.");
        clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync(portal, ana, "@bob, two.");
        Assert.Equal(2, await portal.Get<ReadInbox>().CountUnreadAsync(bob, default));
        Assert.Equal(0, await portal.Get<ReadInbox>().CountUnreadAsync(ana, default));
        Assert.Null(await portal.Get<ReadInbox>().RunAsync(new(), Samples.Anybody, default));

        var items = (await portal.Get<ReadInbox>().RunAsync(new(UnreadOnly: true), bob, default))!.Items;
        Assert.Equal(["ana", "ana"], items.Select(i => i.Actor));
        await portal.Get<MarkRead>().AllAsync(items[1].At, bob, default);
        Assert.Equal(1, await portal.Get<ReadInbox>().CountUnreadAsync(bob, default));
        await portal.Get<MarkRead>().OfTraceAsync(1, bob, default);
        Assert.Equal(
            (0, 2), (
            (await portal.Get<ReadInbox>().RunAsync(new(UnreadOnly: true), bob, default))!.Total,
            (await portal.Get<ReadInbox>().RunAsync(new(), bob, default))!.Total));
    }

    [Fact]
    public async Task Inbox_IsFoundByNameAndKind_AndTurnedRound()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.WithATraceAsync(clock);
        var (ana, cy, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("cy"), await portal.RegisterAsync("bob"));
        await SayAsync(portal, ana, "@bob, one.");
        clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync(portal, cy, "@bob, two.");
        Assert.Equal("cy ana", await ActorsAsync(portal, new(), bob));
        Assert.Equal("ana cy", await ActorsAsync(portal, new(OldestFirst: true), bob));
        Assert.Equal("ana", await ActorsAsync(portal, new(Find: "AN"), bob));
        Assert.Equal("cy ana", await ActorsAsync(portal, new(Find: "binimetinib", Kind: NotificationKind.Comment), bob));
        Assert.Equal("", await ActorsAsync(portal, new(Kind: NotificationKind.Flag), bob));
        Assert.Equal("ana", await ActorsAsync(portal, new(Page: 2, PageSize: 1), bob));
    }

    private static async Task<string> ActorsAsync(TestPortal portal, InboxQuery query, Caller caller) =>
        string.Join(' ', (await portal.Get<ReadInbox>().RunAsync(query, caller, default))!.Items.Select(i => i.Actor));

    [Fact]
    public async Task Watch_Twice_IsOnce_AndEnds()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        for (var i = 0; i < 2; i++) Assert.Equal(WatchOutcome.Done, await portal.Get<WatchTrace>().RunAsync(1, true, Samples.Ana, default));
        Assert.True(await portal.Get<WatchTrace>().IsWatchedAsync(1, Samples.Ana, default));
        Assert.Equal(WatchOutcome.Done, await portal.Get<WatchTrace>().RunAsync(1, false, Samples.Ana, default));
        Assert.False(await portal.Get<WatchTrace>().IsWatchedAsync(1, Samples.Ana, default));
        Assert.Equal(WatchOutcome.NoSuchTrace, await portal.Get<WatchTrace>().RunAsync(404, true, Samples.Ana, default));
    }

    private static async Task<IEnumerable<NotificationReason>> ReasonsAsync(TestPortal portal, Caller caller) =>
        (await portal.Get<ReadInbox>().RunAsync(new(), caller, default))!.Items.Select(i => i.Reason);

    private static async Task<int> SayAsync(TestPortal portal, Caller caller, string text, int? replyTo = null) =>
        Assert.IsType<CommentOutcome.Added>(
            await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, text, replyTo), caller, default)).Number;
}
