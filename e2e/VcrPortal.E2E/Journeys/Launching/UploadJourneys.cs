using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.Tests;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>Files of VCR-Agent go up as they are.</summary>
[Collection(ReadersCollection.Name), Trait("Category", "Long")]
public class UploadJourneys(PortalFixture portal)
{
    [E2EFact(NeedsData = true)]
    public async Task Upload_OfVcrAgentsExample_IsLaunchedAsItIs()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("example_input.json", await File.ReadAllTextAsync(ReferenceData.File("vcr-agent/example_input.json")));
        await Expect(launch.Found).ToContainTextAsync("1 of 1 records can be launched");
        await launch.Launch.ClickAsync();
        var job = await JobPage.ArriveAsync(visitor);
        await job.ShowsAsync("Completed");
        await Expect(job.Heading).ToContainTextAsync("Nintedanib");
    }

    [E2EFact]
    public async Task Upload_BySomebodyWhoIsSignedIn_SaysWhatWasFoundToo()
    {
        await using var visitor = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "una-uploads");
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("one.json", """{"context": {"cell type": "C32"}, "perturbations": [{"name": "binimetinib"}]}""");
        await Expect(launch.Found).ToContainTextAsync("1 of 1 records can be launched");
    }

    [E2EFact(NeedsData = true)]
    public async Task Upload_OfAllRecordsOfVcrAgent_RunsAsABatchWithoutAFailure()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("perturbations.json", await File.ReadAllTextAsync(ReferenceData.File("vcr-agent/perturbations.json")));
        await Expect(launch.Found).ToContainTextAsync("176 of 176 records can be launched");
        await launch.NextAsync();
        await launch.Launch.ClickAsync();
        var batch = await BatchPage.ArriveAsync(visitor);
        await batch.IsDoneAsync();
        Assert.Equal(("176", "0"), (await batch.FigureAsync("Done"), await batch.FigureAsync("Failed")));
    }

    [E2EFact]
    public async Task Table_GoesFromItsRowsToItsBatch_StepByStep_AndBackWithoutALoss()
    {
        const string table = "compound,cell line,dose\nbinimetinib,C32,5 uM\nMEK162,a-549,\nqqqqq,C32,\n,,\n";
        await using var visitor = await portal.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "tess-tables");
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.OpenUploadAsync();
        await Expect(launch.Step).ToHaveTextAsync("Records");
        await launch.Pasted.FillAsync(table);
        await launch.CheckAsync();
        await Expect(launch.Step).ToHaveTextAsync("Look at them");
        await Expect(launch.Found).ToContainTextAsync("BRAF V600E");
        await Expect(launch.Found).ToContainTextAsync("We do not know “qqqqq”");
        await Accessibility.AssertAsItStandsAsync(visitor, "records, row by row");
        await launch.NextAsync();
        await Expect(launch.Step).ToHaveTextAsync("Start");
        await Accessibility.AssertAsItStandsAsync(visitor, "how many jobs");
        await launch.BackAsync();
        await launch.BackAsync();
        await Expect(launch.Pasted).ToHaveValueAsync(table);
        await launch.CheckAsync();
        await launch.NextAsync();
        await launch.Launch.ClickAsync();
        await (await BatchPage.ArriveAsync(visitor)).IsDoneAsync();
        visitor.HasNoProblems();
    }
}
