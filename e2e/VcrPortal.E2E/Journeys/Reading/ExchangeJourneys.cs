using System.Text.Json;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Traces leave one portal and come into another.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public sealed class ExchangeJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task ASearch_IsDownloaded_AndImportedIntoAnotherPortal_WithIdenticalHashes()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-exchange-").FullName;
        var (gone, back) = (Path.Combine(folder, "traces.jsonl"), Path.Combine(folder, "back.jsonl"));
        await using var visitor = await shared.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var traces = await TracesPage.OpenAsync(visitor, TracesPage.AddressOf("Binimetinib"));
        await traces.DownloadAsync("JSON Lines", gone);

        await using var other = await PortalProcess.StartAsync(new(More:
        [
            ("Accounts__Administrator__Name", "ada"), ("Accounts__Administrator__Password", SignUpPage.Password),
        ]));
        await using var ada = await shared.Chromium.VisitAsync(other.Address);
        await SignInPage.SignInAsync(ada, "ada");
        var import = await ImportTracesPage.OpenAsync(ada);
        await import.ImportAsync(gone);
        var (records, hashes) = ((await File.ReadAllLinesAsync(gone)).Length, await HashesAsync(gone));
        await Expect(import.State).ToContainTextAsync("ended");
        await Expect(import.State).ToContainTextAsync($"{hashes.Length} new");
        await Accessibility.AssertNoFindingAsync(ada, ImportTracesPage.Path);
        await (await ImportTracesPage.OpenAsync(ada)).ImportAsync(gone);
        await Expect(import.State).ToContainTextAsync($"{records} here already");
        await (await TracesPage.OpenAsync(ada, TracesPage.Searching("engine:imported"))).DownloadAsync("JSON Lines", back);
        Assert.Equal(hashes, await HashesAsync(back));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Each once: other journeys may have asked the same question.</summary>
    private static async Task<string?[]> HashesAsync(string file) =>
        [.. (await File.ReadAllLinesAsync(file)).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("hash").GetString())
            .Distinct().Order()];
}
