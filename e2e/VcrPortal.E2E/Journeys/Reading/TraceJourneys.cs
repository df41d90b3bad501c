using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>A biologist reads a trace: the answer first, then report, graph and claim side by side.</summary>
[Collection(ReadersCollection.Name)]
public class TraceJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Trace_OnADesk_FitsTheScreen_AndAChipShowsItsClaimWithoutScrollingAway()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var trace = await TracePage.OfNewJobAsync(reader, "Binimetinib", "C32");
        await Expect(trace.Answer).ToContainTextAsync("Binimetinib");
        await Expect(trace.WeakestStep).ToBeVisibleAsync();
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"));
        var chip = trace.ClaimChip("n4").First;
        await chip.ClickAsync();
        await Expect(trace.ShownDetails).ToHaveIdAsync("n4");
        await Expect(chip).ToBeInViewportAsync();
        await Expect(chip).ToHaveAttributeAsync("aria-current", "true");
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("() => scrollY"));
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task Panes_AreResizedByKeyboard_AndRemembered()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var trace = await TracePage.OfNewJobAsync(reader, "Trametinib", "C32");
        await trace.Grip("report").FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowRight");
        var width = await trace.Grip("report").GetAttributeAsync("aria-valuenow");
        Assert.NotEqual("344", width);
        await reader.Page.ReloadAsync();
        await Expect(trace.Grip("report")).ToHaveAttributeAsync("aria-valuenow", width!);
    }

    [E2EFact]
    public async Task Tabs_LeadFromAClaimToItsChecksAndTheDiscussion_AndTheMenuToTheFormatCheck()
    {
        await using var reader = await portal.VisitAsync();
        var trace = await TracePage.OfNewJobAsync(reader, "Dabrafenib", "C32");
        await trace.Graph.Claim("n1").ClickAsync();
        await trace.Tab("Evidence").ClickAsync();
        await Expect(trace.Details("n1")).ToContainTextAsync("Checks");
        await trace.Tab("Discussion").ClickAsync();
        await Expect(trace.Discussion.Region).ToBeVisibleAsync();
        await Accessibility.AssertNoFindingAsync(reader, new Uri(reader.Page.Url).PathAndQuery);
        await trace.OpenMoreAsync("Format check");
        await Expect(trace.More.GetByRole(AriaRole.Heading, new() { Name = "Format check" })).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(trace.More).ToBeHiddenAsync();
    }

    [E2ETheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LinkToAClaim_OnAPhone_LandsOnThatClaim(bool isScripted)
    {
        await using var author = await portal.VisitAsync();
        var path = (await TracePage.OfNewJobAsync(author, "Binimetinib", "C32")).Path;
        await using var reader = await portal.VisitAsync(
            new() { JavaScriptEnabled = isScripted, ViewportSize = new() { Width = 390, Height = 844 } });
        var trace = await TracePage.OpenAsync(reader, path + "#claim-n3");
        await Expect(trace.Details("n3")).ToBeInViewportAsync();
        if (!isScripted) return;
        foreach (var part in (string[])["Answer", "Path", "Claims", "Discussion"])
        {
            await trace.PaneTab(part).ClickAsync();
            await Expect(trace.PaneTab(part)).ToHaveAttributeAsync("aria-selected", "true");
        }
        await Expect(trace.Discussion.Region).ToBeVisibleAsync();
        await Expect(trace.Report).ToBeHiddenAsync();
    }
}
