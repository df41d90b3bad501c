using System.Net;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Notifications;

public class SearchWatchTests
{
    private static readonly TraceQuery OfCompound = new(Compound: "Binimetinib");

    [Fact]
    public async Task WatchedSearch_CountsWhatIsNewInIt_UntilItIsOpened()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        Assert.Equal(WatchOutcome.Done, await WatchAsync(portal, OfCompound));
        Assert.Equal(WatchOutcome.Done, await WatchAsync(portal, new("no such word")));
        Assert.Equal([0, 0], await NewAsync(portal, Samples.Ana));

        await portal.SaveTraceAsync(Samples.Text);
        await portal.SaveTraceAsync(Samples.Text, owner: "somebody else", isPrivate: true);
        Assert.Equal([1, 0], await NewAsync(portal, Samples.Ana)); // the private one is not for her
        Assert.Empty(await NewAsync(portal, await portal.RegisterAsync("bob")));

        var watched = (await portal.Get<ReadSearchWatches>().RunAsync(Samples.Ana, default))[0];
        Assert.Null(await portal.Get<ReadSearchWatches>().OpenAsync(watched.Key, await portal.RegisterAsync("eve"), default));
        Assert.Equal([1, 0], await NewAsync(portal, Samples.Ana));
        Assert.Equal(OfCompound, await portal.Get<ReadSearchWatches>().OpenAsync(watched.Key, Samples.Ana, default));
        Assert.Equal([0, 0], await NewAsync(portal, Samples.Ana));
    }

    [Fact]
    public async Task Search_WatchedTwice_IsWatchedOnce_AndEnds()
    {
        await using var portal = await TestPortal.StartAsync();
        for (var i = 0; i < 2;
            i++) Assert.Equal(WatchOutcome.Done, await WatchAsync(portal, OfCompound with { Compound = " Binimetinib " }));
        Assert.Equal([0], await NewAsync(portal, Samples.Ana));
        Assert.True(await portal.Get<WatchSearch>().IsWatchedAsync(OfCompound, Samples.Ana, default));
        Assert.Equal(WatchOutcome.Done, await portal.Get<WatchSearch>().RunAsync(OfCompound, false, Samples.Ana, default));
        Assert.False(await portal.Get<WatchSearch>().IsWatchedAsync(OfCompound, Samples.Ana, default));
    }

    [Fact]
    public async Task Search_ThatIsAllThereIs_OrOneTooMany_OrAStrangers_IsNotWatched()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Equal(WatchOutcome.NoSuchTrace, await WatchAsync(portal, new(" ")));
        Assert.Equal(WatchOutcome.NotAllowed, await portal.Get<WatchSearch>().RunAsync(OfCompound, true, Samples.Anybody, default));
        for (var i = 0; i < WatchSearch.Most; i++) Assert.Equal(WatchOutcome.Done, await WatchAsync(portal, new($"word {i}")));
        Assert.Equal(WatchOutcome.TooMany, await WatchAsync(portal, OfCompound));
    }

    [Fact]
    public async Task Person_WatchesASearchOnItsPage_AndOpensItFromTheInbox()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        const string search = "/traces?compound=Binimetinib";
        Assert.DoesNotContain("Watch this search", await portal.Visitor().GetStringAsync(search));
        Assert.DoesNotContain("Watch this search", await ana.GetStringAsync("/traces"));
        Assert.Equal(HttpStatusCode.SeeOther, (await WebPortal.PostAsync(ana, search, "watch", ("Begin", "true"))).StatusCode);
        Assert.Contains("Watching this search", await ana.GetStringAsync(search));

        var inbox = await ana.GetStringAsync(PortalUrls.Inbox);
        Assert.Contains("nothing new", inbox);
        var form = inbox[(inbox.IndexOf("open-", StringComparison.Ordinal))..].Split('"')[0];
        var opened = await WebPortal.PostAsync(ana, PortalUrls.Inbox, form);
        Assert.Equal((HttpStatusCode.SeeOther, search), (opened.StatusCode, opened.Headers.Location!.PathAndQuery));
        Assert.Equal(HttpStatusCode.SeeOther, (await WebPortal.PostAsync(ana, search, "watch", ("Begin", "false"))).StatusCode);
        Assert.DoesNotContain("Searches you watch", await ana.GetStringAsync(PortalUrls.Inbox));
    }

    private static Task<WatchOutcome> WatchAsync(TestPortal portal, TraceQuery search) =>
        portal.Get<WatchSearch>().RunAsync(search, true, Samples.Ana, default);

    private static async Task<IEnumerable<int>> NewAsync(TestPortal portal, Caller caller) =>
        (await portal.Get<ReadSearchWatches>().RunAsync(caller, default)).Select(w => w.New);
}
