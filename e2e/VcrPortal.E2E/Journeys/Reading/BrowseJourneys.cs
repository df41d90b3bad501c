using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Somebody looks for what is known, without a script: one box, what it was read as, two cells side by side.</summary>
[Collection(ReadersCollection.Name)]
public class BrowseJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Reader_FindsOneDrugInTwoCells_AndSeesWhatDiffers_WithJavaScriptOff()
    {
        await using (var launcher = await portal.VisitAsync())
            foreach (var line in (string[])["C32", "NCI-H2122"])
                await (await (await LaunchPage.OpenAsync(launcher)).LaunchAsync("Binimetinib", line)).ShowsAsync("Completed");
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var traces = await TracesPage.OpenAsync(reader, TracesPage.Searching("MEK162 -tissue:Bowel"));
        await Expect(traces.Understood).ToHaveCountAsync(2);
        await Expect(traces.Understood.First).ToContainTextAsync("Binimetinib");
        var compared = await traces.CompareFirstAsync(2);
        await Expect(compared.Heading).ToContainTextAsync("Binimetinib in");
        await Expect(compared.Facts.Filter(new() { HasText = "Mutations" })).ToHaveCountAsync(1);
        await Expect(compared.Claims.Nth(1)).ToBeVisibleAsync();
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task AMisspeltName_IsOneLinkAwayFromTheRightOne()
    {
        await using var reader = await portal.VisitAsync();
        var traces = await TracesPage.OpenAsync(reader, TracesPage.Searching("binimetnib"));
        await traces.Meant.First.ClickAsync();
        await Expect(traces.Understood).ToContainTextAsync(["Binimetinib"]);
    }
}
