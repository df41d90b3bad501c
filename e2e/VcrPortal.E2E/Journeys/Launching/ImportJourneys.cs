using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>An administrator brings public knowledge into the portal, with the keyboard alone.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public sealed class ImportJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Administrator_ImportsFiles_AndHearsOfTheBrokenOne()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-import-").FullName;
        var ready = Directory.CreateDirectory(Path.Combine(folder, "ready")).FullName;
        await File.WriteAllTextAsync(Path.Combine(ready, "relations.csv"), "HGNC,MAP2K1,isa,FPLX,MEK\n");
        await File.WriteAllTextAsync(Path.Combine(ready, "dorothea.tsv"), "tf\tconfidence\ttarget\tmor\nTP53\tA\n");
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Accounts__Administrator__Name", "ada"), ("Accounts__Administrator__Password", SignUpPage.Password),
            ("Knowledge__ImportFolder", ready), ("Knowledge__Folder", Path.Combine(folder, "installed")),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignInPage.SignInAsync(visitor, "ada");
        var (page, knowledge) = (visitor.Page, await KnowledgePage.OpenAsync(visitor));
        await PressAsync(page, knowledge.Import, "Enter");
        await Expect(knowledge.Refusal)
            .ToContainTextAsync("Nothing was imported. dorothea.tsv, line 2: has 2 cells where 4 belong.");
        await PressAsync(page, knowledge.Choice("dorothea.tsv"), "Space");
        await PressAsync(page, knowledge.Import, "Enter");
        await Expect(knowledge.Imported).ToBeVisibleAsync();
        await Expect(knowledge.Main).ToContainTextAsync("Newer knowledge is installed.");
        await Expect(knowledge.ImportedFiles).ToContainTextAsync("relations.csv");
        await Accessibility.AssertNoFindingAsync(visitor, KnowledgePage.Path);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PressAsync(IPage page, ILocator what, string key)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync(key);
    }
}
