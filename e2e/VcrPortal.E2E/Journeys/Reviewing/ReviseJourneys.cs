using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reviewing;

/// <summary>A reviewer draws a graph anew: by mouse, by keyboard, by text.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class ReviseJourneys(PortalFixture shared)
{
    /// <summary>Claims of a long graph.</summary>
    private const int Many = 300;

    [E2EFact]
    public async Task Revise_ByMouse_DragsLinksAddsUndoesAndSaves()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        var page = ana.Page;
        await page.SetViewportSizeAsync(1440, 1100);
        var path = await BeginAsync(ana, portal);
        var revision = await new TracePage(ana).ReadRevisionAsync();
        var revise = await GraphEditorPage.OpenAsync(page, path);
        var claims = await revise.Claims.CountAsync();

        var width = (await revise.Claim("n3").BoundingBoxAsync())!.Width;
        await revise.DragAsync("n3", -160, 20);
        await Expect(revise.Button("undo")).ToBeEnabledAsync();
        Assert.Equal(width, (await revise.Claim("n3").BoundingBoxAsync())!.Width, 1.0); // the view stays as it was
        await revise.DrawLinkAsync("n1", "n4");
        await Expect(revise.Said).ToContainTextAsync("n1 leads to n4");
        await revise.DrawLinkAsync("n4", "n1");
        await Expect(revise.Said).ToContainTextAsync("circle");

        await revise.Claim("n1").ClickAsync();
        await revise.Kind("modulates_pathway_activity").ClickAsync();
        await Expect(revise.Claims).ToHaveCountAsync(claims + 1);
        await Expect(revise.Problems).ToContainTextAsync("pathway"); // its arguments are missing yet
        var added = await revise.Picker.InputValueAsync();
        await page.Keyboard.PressAsync("Control+z"); // one step, wherever the cursor is
        await Expect(revise.Claims).ToHaveCountAsync(claims);
        await revise.Claim("n1").ClickAsync();
        await page.Keyboard.PressAsync("Control+y");
        await Expect(revise.Claims).ToHaveCountAsync(claims + 1);
        await Expect(revise.Button("redo")).ToBeDisabledAsync();
        await revise.Claim(added).ClickAsync();
        await revise.Field("pathway").FillAsync("MAPK signalling");
        await revise.Field("pathway").PressAsync("Tab");
        await revise.Field("direction").SelectOptionAsync("down");
        await revise.Field("via").FillAsync("MEK is held");
        await revise.Field("via").PressAsync("Tab");
        await Expect(revise.Problems).Not.ToContainTextAsync("pathway");

        await revise.Button("undo").ClickAsync();
        await Expect(revise.Said).ToHaveTextAsync("Undone.");
        await revise.Button("redo").ClickAsync();
        await Expect(revise.Said).ToHaveTextAsync("Done again.");
        Assert.Empty(await Accessibility.FindAsync(page));

        await revise.SendAsync("The pathway was left out.");
        await Expect(new TracePage(ana).Revision).ToContainTextAsync($"Revision {revision + 1}");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("MAPK signalling");
        ana.HasNoProblems();
    }

    [E2EFact]
    public async Task Revise_ByKeyboardAlone_ChoosesChangesLinksAndKeepsItAllAcrossAReload()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        var page = ana.Page;
        var path = await BeginAsync(ana, portal);
        var revise = await GraphEditorPage.OpenAsync(page, path);

        await revise.Kind("modulates_pathway_activity").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(revise.Said).ToContainTextAsync("is added");
        await revise.Field("pathway").FocusAsync();
        await page.Keyboard.TypeAsync("autophagy");
        await page.Keyboard.PressAsync("Tab");
        await Expect(revise.Said).ToContainTextAsync("pathway changed");
        var added = await revise.Picker.InputValueAsync();
        await page.GetByTestId("link-end").SelectOptionAsync("n1");
        await Expect(revise.Button("connect")).ToBeEnabledAsync(); // the server has heard the choice
        await revise.Button("connect").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(revise.Said).ToContainTextAsync("circle"); // n1 leads to it

        await page.ReloadAsync();
        await Expect(revise.Claim(added)).ToContainTextAsync("autophagy");
        await Expect(revise.Said).ToContainTextAsync("was kept");

        await revise.ReportFold.ClickAsync();
        await revise.Report.FillAsync("Written anew.");
        await Expect(revise.Changes).ToContainTextAsync("The report is changed."); // while it is typed
        await page.ReloadAsync();
        await Expect(revise.Report).ToHaveValueAsync("Written anew.");
        await Expect(revise.Claim(added)).ToContainTextAsync("autophagy");

        await revise.Button("view-text").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(revise.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("autophagy"));
        await revise.Text.FillAsync("binds_to(id=\"n1\", actor=\"");
        await Expect(revise.TextState).ToContainTextAsync("can not be read"); // while it is typed
        await Expect(revise.Problems).ToContainTextAsync("VCR1");
        await Expect(revise.Text).ToHaveValueAsync("binds_to(id=\"n1\", actor=\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the text back" }).ClickAsync();
        await Expect(revise.Text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("autophagy"));

        await revise.Text.FillAsync(LongText());
        await page.Keyboard.PressAsync("Tab");
        await revise.Button("view-board").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(revise.Claims).ToHaveCountAsync(Many);
        await revise.Kind("modulates_pathway_activity").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(revise.Claims).ToHaveCountAsync(Many + 1);
        ana.HasNoProblems();
    }

    /// <summary>A row of claims, each of which leads to the next.</summary>
    private static string LongText() => string.Join('\n', [
        .. Enumerable.Range(1, Many).Select(
            i => $"""modulates_molecule_activity(id="n{i}", target="P{i}", direction="up")"""),
        .. Enumerable.Range(1, Many - 1).Select(i => $"""edge("n{i}", "n{i + 1}", relation="causal")""")]);

    private static async Task<string> BeginAsync(Visitor ana, PortalProcess portal)
    {
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        var job = await (await LaunchPage.OpenAsync(ana)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        return (await job.OpenTraceAsync()).Path;
    }
}
