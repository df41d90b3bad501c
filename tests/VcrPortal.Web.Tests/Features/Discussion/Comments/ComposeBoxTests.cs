using AngleSharp.Html.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion.Comments;

public class ComposeBoxTests : BunitContext
{
    private readonly ManualClock _clock = new();
    private readonly BunitPersistentComponentState _paused;
    private readonly List<string> _kept = [], _sent = [];

    public ComposeBoxTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSupplyValueFromPersistentComponentStateProvider();
        _paused = AddBunitPersistentComponentState();
    }

    [Fact]
    public async Task Box_AfterAPause_HoldsWhatWasTyped()
    {
        await Box("a draft of yesterday").Find("textarea").InputAsync("typed today");
        _paused.TriggerOnPersisting();
        await DisposeComponentsAsync();
        Assert.Equal("typed today", TextIn(Box("a draft of yesterday")));
    }

    [Fact]
    public async Task Box_AfterAPause_WithNothingTyped_HoldsItsDraft()
    {
        Box("a draft of yesterday");
        _paused.TriggerOnPersisting();
        await DisposeComponentsAsync();
        Assert.Equal("a draft of this morning", TextIn(Box("a draft of this morning")));
    }

    [Fact]
    public async Task Box_AfterAPause_SendsTheWholeText_AndIsEmpty()
    {
        await Box("").Find("textarea").InputAsync("typed before");
        _paused.TriggerOnPersisting();
        await DisposeComponentsAsync();
        var box = Box("");
        await box.Find("form").SubmitAsync();
        Assert.Equal(["typed before"], _sent);
        Assert.Equal("", TextIn(box));
    }

    [Fact]
    public async Task Text_IsKeptAsADraft_OnceTypingPauses()
    {
        var box = Box("");
        await box.Find("textarea").InputAsync("half");
        await box.Find("textarea").InputAsync("half a sentence");
        Assert.Empty(_kept);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await box.WaitForAssertionAsync(() => Assert.Contains("Draft kept.", box.Markup));
        Assert.Equal(["half a sentence"], _kept);
    }

    [Fact]
    public async Task Text_IsKept_WhenTheBoxGoesWithinThePause()
    {
        await Box("").Find("textarea").InputAsync("of another claim now");
        await DisposeComponentsAsync();
        Assert.Equal(["of another claim now"], _kept);
    }

    [Fact]
    public async Task Draft_OfABoxThatGoes_IsNotKeptAgain()
    {
        Box("a draft of yesterday");
        await DisposeComponentsAsync();
        Assert.Empty(_kept);
    }

    [Fact]
    public async Task Text_OfABoxThatGoesOnceItIsSent_IsNoDraft()
    {
        var box = Box("");
        await box.Find("textarea").InputAsync("said");
        await box.Find("form").SubmitAsync();
        await DisposeComponentsAsync();
        Assert.Empty(_kept);
    }

    [Fact]
    public async Task Comment_OfADoubleClick_IsSentOnce_WithoutAReproach()
    {
        var box = Box("");
        await box.Find("textarea").InputAsync("said");
        await box.Find("form").SubmitAsync();
        await box.Find("form").SubmitAsync();
        Assert.Equal(["said"], _sent);
        Assert.Empty(box.FindAll("[role=alert]"));
    }

    private static string TextIn(IRenderedComponent<ComposeBox> box) =>
        Assert.IsAssignableFrom<IHtmlTextAreaElement>(box.Find("textarea")).TextContent;

    private IRenderedComponent<ComposeBox> Box(string draft) => Render<ComposeBox>(p => p
        .Add(b => b.Id, "say").Add(b => b.Label, "Comment").Add(b => b.Text, draft)
        .Add(b => b.Send, SendAsync).Add(b => b.Keep, KeepAsync));

    private Task<string?> SendAsync(string text, string key)
    {
        _sent.Add(text);
        return Task.FromResult<string?>(null);
    }

    private Task<bool> KeepAsync(string text)
    {
        _kept.Add(text);
        return Task.FromResult(true);
    }
}
