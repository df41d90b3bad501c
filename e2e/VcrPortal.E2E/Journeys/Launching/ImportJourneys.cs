using System.Text;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.Tests;
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

    [E2EFact]
    public async Task Administrator_SendsFilesFromTheBrowser_AndALineThatBreaksOffLosesNothing()
    {
        using var ready = new TempFolder();
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Accounts__Administrator__Name", "ada"), ("Accounts__Administrator__Password", SignUpPage.Password),
            ("Knowledge__ImportFolder", ready.Place),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignInPage.SignInAsync(visitor, "ada");
        var (page, knowledge) = (visitor.Page, await KnowledgePage.OpenAsync(visitor));
        await knowledge.SendAsync(Payload("notes.txt", "hello"u8.ToArray()), Payload("nothing.csv", []));
        await Expect(knowledge.Uploads).ToContainTextAsync("notes.txt is of no kind that is imported");
        await Expect(knowledge.Uploads).ToContainTextAsync("nothing.csv is empty.");
        var large = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("HGNC,MAP2K1,isa,FPLX,MEK\n", 400_000)));
        const string pieces = "**/admin/knowledge/upload**";
        await page.RouteAsync(pieces, route => route.Request.Url.EndsWith("at=0", StringComparison.Ordinal)
            ? route.ContinueAsync() : route.AbortAsync()); // the line breaks off after the first piece
        await knowledge.SendAsync(Payload("relations.csv", large));
        await Expect(knowledge.Uploads).ToContainTextAsync("4.0 of 9.5 MB are kept. No answer");
        Assert.Empty(Directory.GetFiles(ready.Place)); // no import takes half of it
        await page.UnrouteAllAsync();
        await Expect(knowledge.Uploads).ToContainTextAsync("relations.csv is here: FamPlex relations, 9.5 MB.");
        await Expect(knowledge.Choice("relations.csv")).ToBeCheckedAsync();
        Assert.Equal(large.Length, new FileInfo(ready.File("relations.csv")).Length);
        await Accessibility.AssertAsItStandsAsync(visitor, "files that were sent");
    }

    private static FilePayload Payload(string name, byte[] content) => new() { Name = name, MimeType = "text/csv", Buffer = content };

    private static async Task PressAsync(IPage page, ILocator what, string key)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync(key);
    }
}
