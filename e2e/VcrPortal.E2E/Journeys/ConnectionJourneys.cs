using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>A live page whose tab is put away, or whose connection drops: nothing that was typed is lost.</summary>
[Collection(PeopleCollection.Name)]
public class ConnectionJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Comment_HalfWrittenInATabThatIsPutAway_IsThereWhenItIsLookedAtAgain_AndTheServerHeldNothingMeanwhile()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await using var admin = await shared.Chromium.VisitAsync(portal.Address);
        await AccountJourneys.SignUpAsync(admin.Page, "boss");
        await AccountJourneys.BecomeAdminAsync(admin.Page, portal);
        await AccountJourneys.SignUpAsync(visitor.Page, "pia-pauses");
        await DiscussionJourneys.ExplainAsync(visitor, "Binimetinib", "C32");
        var page = visitor.Page;
        await DiscussionJourneys.SayAsync(page, "First words.");
        await Expect(page.Locator(".comment")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer", Exact = true }).ClickAsync();
        await page.GetByLabel("Your answer").FillAsync("Half an answer");
        await page.Locator("#say").FillAsync("Half a sentence");
        await ShowsCircuitsAsync(admin.Page, 1);

        await PutAwayAsync(page, isHidden: true);
        await ShowsCircuitsAsync(admin.Page, 0);
        await PutAwayAsync(page, isHidden: false);
        await ShowsCircuitsAsync(admin.Page, 1);
        await Expect(Notice(page)).ToBeHiddenAsync();
        await Expect(page.Locator("#say")).ToHaveValueAsync("Half a sentence");
        await Expect(page.GetByLabel("Your answer")).ToHaveValueAsync("Half an answer");

        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comment")).ToHaveCountAsync(2);
        await Expect(page.Locator(".comment").Last).ToContainTextAsync("Half a sentence");
        await Expect(page.GetByLabel("Your answer")).ToHaveValueAsync("Half an answer");
        Assert.Empty(visitor.Problems);
    }

    [E2EFact]
    public async Task Page_ThatIsPaused_SaysSo_AndGoesOnByItsButton()
    {
        await using var visitor = await shared.VisitAsync();
        await AccountJourneys.SignUpAsync(visitor.Page, "gus-goes-on");
        await DiscussionJourneys.ExplainAsync(visitor, "Trametinib", "C32");
        var page = visitor.Page;
        await page.Locator("#say").FillAsync("Kept over a pause");
        Assert.True(await page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()"));
        await Expect(Notice(page)).ToContainTextAsync("Paused while nobody looked.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(Notice(page)).ToBeHiddenAsync();
        await Expect(page.Locator("#say")).ToHaveValueAsync("Kept over a pause");
    }

    [E2EFact]
    public async Task Comment_TypedWhileTheConnectionIsLost_IsSentWhole()
    {
        await using var visitor = await shared.VisitAsync();
        var page = visitor.Page;
        IWebSocketRoute? socket = null;
        var isDown = false;
        await page.RouteWebSocketAsync("**/_blazor**", route =>
        {
            socket = route;
            if (isDown) _ = route.CloseAsync();
            else route.ConnectToServer();
        });
        await AccountJourneys.SignUpAsync(page, "dee-drops");
        await DiscussionJourneys.ExplainAsync(visitor, "Cobimetinib", "A549");
        await page.Locator("#say").FillAsync("Before the drop,");
        isDown = true;
        await socket!.CloseAsync(new() { Code = 4000 });
        await Expect(Notice(page)).ToContainTextAsync("Connection lost.");
        await page.Locator("#say").FillAsync("Before the drop, and after it.");
        isDown = false;
        await Expect(Notice(page)).ToBeHiddenAsync(new() { Timeout = 60_000 }); // the framework tries by itself, less and less often
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comment")).ToContainTextAsync("Before the drop, and after it.");
    }

    [E2EFact]
    public async Task Comment_TypedWhileTheServerStartsAnew_IsInItsBoxAgain()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await AccountJourneys.SignUpAsync(visitor.Page, "rae-restarts");
        await DiscussionJourneys.ExplainAsync(visitor, "Dabrafenib", "A549");
        var page = visitor.Page;
        await portal.KillAsync();
        await Expect(Notice(page)).ToContainTextAsync("Connection lost.");
        await page.Locator("#say").FillAsync("Typed into the void");
        await portal.StartAsync();
        await Expect(Notice(page)).ToBeHiddenAsync(new() { Timeout = 60_000 }); // the framework waits longer from try to try
        await Expect(page.Locator("#say")).ToHaveValueAsync("Typed into the void");
        await page.GetByRole(AriaRole.Button, new() { Name = "Comment", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comment")).ToContainTextAsync("Typed into the void");
    }

    private static ILocator Notice(IPage page) => page.Locator("#components-reconnect-modal");

    /// <summary>As a browser tells a page whose tab goes behind another one; a headless one never hides anything. Pauses at once instead of
    /// after minutes.</summary>
    private static Task PutAwayAsync(IPage page, bool isHidden) => page.EvaluateAsync(
        """
        isHidden => {
          document.getElementById('components-reconnect-modal').dataset.pauseAfter = '0.05';
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, isHidden);

    /// <summary>Administration, Health is a document: somebody who waits loads it again.</summary>
    private static async Task ShowsCircuitsAsync(IPage admin, int count)
    {
        for (var looks = 0; looks < 100; looks++)
        {
            await admin.GotoAsync("/admin/health");
            if (await admin.GetByTestId("circuits").TextContentAsync() == $"{count}") return;
        }
        await Expect(admin.GetByTestId("circuits")).ToHaveTextAsync($"{count}");
    }
}
