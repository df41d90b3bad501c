using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>A graph spread out on a board: by the hand, and by the list beside it.</summary>
[Collection(ReadersCollection.Name)]
public class BoardJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Board_IsSpreadOutByHand_AndReadByKeyboard_AndTheTraceStaysAsItIs()
    {
        await using var ana = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await SignUpPage.SignUpAsync(ana, "ana-boards");
        var trace = await TracePage.OfNewJobAsync(ana, "Binimetinib", "C32");
        var (path, revision) = (trace.Path, await trace.ReadRevisionAsync());
        await trace.OpenMoreAsync("Open as a board");
        var board = new BoardPage(ana.Page);
        await Expect(board.Fitted).ToBeVisibleAsync();
        var before = (await board.Claim("n1").BoundingBoxAsync())!;
        await board.DragAsync("n1", 60, 40);
        await Expect(board.Chosen).ToContainTextAsync("MAP2K1");
        await board.LiesAtAsync("n1", before.X + 60, before.Y + 40);
        await board.Claim("n1").ClickAsync();
        await ana.Page.Keyboard.PressAsync("Delete");
        await board.Picker.FocusAsync();
        await ana.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(board.Chosen).ToContainTextAsync("MAP2K2");
        await Expect(board.Claim("n1")).ToBeVisibleAsync();
        await Accessibility.AssertAsItStandsAsync(ana, "a board");
        await board.InTheTrace.ClickAsync();
        await Expect(ana.Page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "#"));
        Assert.Equal(revision, await new TracePage(ana).ReadRevisionAsync());
        ana.HasNoProblems();
    }
}
