using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VcrPortal.Web.Features.Notifications;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Notifications;

public class InboxGridTests : MudContext
{
    [Fact]
    public async Task Inbox_ShowsWhatIsUnread_AndWhatIsOfNoSuchKindLeadsBackToAll()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        var (ana, bob) = (await portal.RegisterAsync("ana"), await portal.RegisterAsync("bob"));
        await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "@bob?", null), ana, default);
        Services.AddSingleton(portal.Get<ReadInbox>()).AddSingleton(TimeProvider.System);
        var grid = RenderFor<InboxGrid>(bob, p => p.Add(g => g.UnreadOnly, true));
        Assert.Contains("mentioned you in a comment", grid.Markup);
        Assert.Single(grid.FindAll(".badge.accent"));
        var kind = grid.FindComponent<MudSelect<NotificationKind?>>();
        await kind.InvokeAsync(() => kind.Instance.ValueChanged.InvokeAsync(NotificationKind.Flag));
        Assert.DoesNotContain("mentioned you", grid.Markup);
        await grid.Find("button.link").ClickAsync();
        Assert.Contains("mentioned you", grid.Markup);
    }

    [Fact]
    public async Task EmptyInbox_SaysHowSomethingComesIn()
    {
        await using var portal = await TestPortal.StartAsync();
        Services.AddSingleton(portal.Get<ReadInbox>()).AddSingleton(TimeProvider.System);
        Assert.Contains("Watch a trace or a search", RenderFor<InboxGrid>(await portal.RegisterAsync("ana")).Markup);
    }
}
