using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Tests.Ui.Components;

public class DoneNoticeTests : BunitContext
{
    private readonly ManualClock _clock = new();

    public DoneNoticeTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task WhatWasDone_IsSaidInALiveRegion_ForAMoment_WithoutAStyleOfItsOwn()
    {
        var notice = Render<DoneNotice>();
        Assert.Equal("", notice.Find("[role=status]").TextContent);
        await notice.InvokeAsync(() => notice.Instance.Say("bob is Editor now."));
        Assert.Equal("bob is Editor now.", notice.Find("[role=status]").TextContent);
        Assert.DoesNotContain("style", notice.Markup);
        _clock.Advance(DoneNotice.Moment);
        notice.WaitForAssertion(() => Assert.Equal("", notice.Find("[role=status]").TextContent));
    }

    [Fact]
    public async Task WhatIsSaidNext_TakesThePlace_AndHasAMomentOfItsOwn()
    {
        var notice = Render<DoneNotice>();
        await notice.InvokeAsync(() => notice.Instance.Say("bob is Editor now."));
        _clock.Advance(DoneNotice.Moment / 2);
        await notice.InvokeAsync(() => notice.Instance.Say("bob may have 4 jobs at once."));
        _clock.Advance(DoneNotice.Moment / 2);
        await notice.InvokeAsync(() => { }); // whatever the first one's time had started has run
        Assert.Equal("bob may have 4 jobs at once.", notice.Find("[role=status]").TextContent);
    }

    [Fact]
    public void NoComponent_AsksForMudsSnackbar_WhichNoProviderShows() => Assert.DoesNotContain(
        typeof(DoneNotice).Assembly.GetTypes(),
        type => type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Public).Any(p => p.PropertyType == typeof(ISnackbar)));
}
