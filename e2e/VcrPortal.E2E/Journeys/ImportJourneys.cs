using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>An administrator brings public knowledge into the portal, with the keyboard alone.</summary>
[Collection(HardDaysCollection.Name)]
public sealed class ImportJourneys(PortalFixture shared)
{
    private const string Password = "four easy words here";

    [E2EFact]
    public async Task Administrator_ImportsFiles_AndHearsOfTheBrokenOne()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-import-").FullName;
        var ready = Directory.CreateDirectory(Path.Combine(folder, "ready")).FullName;
        await File.WriteAllTextAsync(Path.Combine(ready, "relations.csv"), "HGNC,MAP2K1,isa,FPLX,MEK\n");
        await File.WriteAllTextAsync(Path.Combine(ready, "dorothea.tsv"), "tf\tconfidence\ttarget\tmor\nTP53\tA\n");
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Accounts__Administrator__Name", "ada"), ("Accounts__Administrator__Password", Password),
            ("Knowledge__ImportFolder", ready), ("Knowledge__Folder", Path.Combine(folder, "installed")),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        await page.GotoAsync("/account/sign-in");
        await AccountJourneys.SignInAsync(page, "ada", Password);
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "ada" })).ToBeVisibleAsync();
        await page.GotoAsync("/admin/knowledge");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Import" }), "Enter");
        await Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Nothing was imported. dorothea.tsv, line 2: has 2 cells where 4 belong.");
        await PressAsync(page, page.GetByLabel("dorothea.tsv"), "Space");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Import" }), "Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Imported", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Newer knowledge is installed.");
        await Expect(page.Locator("#imported")).ToContainTextAsync("relations.csv");
        await Accessibility.AssertNoFindingAsync(visitor, "/admin/knowledge");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PressAsync(IPage page, ILocator what, string key)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync(key);
    }
}
