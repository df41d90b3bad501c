using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;

namespace VcrPortal.E2E.Screenshots;

/// <summary>Every page as a person meets it, in a portal that its samples have filled.</summary>
[Collection(ReadersCollection.Name)]
[Trait("Category", "Screenshots")]
public class PagePictures(PortalFixture shared)
{
    /// <summary>The samples are a few thousand jobs; each look loads the page of their batch anew.</summary>
    private const int MostLooks = 20_000;

    /// <summary>The first batch of a new portal.</summary>
    private const string Samples = "/batches/1";

    [ScreenshotFact]
    public async Task EveryPage()
    {
        var camera = new Camera(ScreenshotFactAttribute.Folder!, ScreenshotFactAttribute.Only);
        await using var empty = await shared.VisitAsync();
        await camera.TakeAsync(empty, "home-empty", "/");

        await using var portal = await shared.StartAnotherAsync(samples: true);
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var token = await PeoplePictures.TokenAsync(visitor.Page, portal);
        await camera.TakeAsync(visitor, "home-filling", "/", ShowsTheSamplesAsync);
        if (!camera.IsQuick) await SamplesAreDoneAsync(visitor);
        await LaunchAndJobAsync(camera, visitor);
        await ListsAsync(camera, visitor);
        await VerdictsAsync(camera, visitor);
        await using var other = await shared.Chromium.VisitAsync(portal.Address);
        await PeoplePictures.TakeAsync(camera, visitor, other, token);
    }

    private static async Task ShowsTheSamplesAsync(IPage page)
    {
        for (var look = 0; look < MostLooks && !await page.GetByRole(AriaRole.Main).GetByText("Samples:").First.IsVisibleAsync();
            look++) await page.ReloadAsync();
    }

    private static async Task SamplesAreDoneAsync(Visitor visitor)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await (await BatchPage.OpenAsync(visitor, Samples)).IsOverAsync()) return;
        }
        Assert.Fail("The samples were not done.");
    }

    private async Task LaunchAndJobAsync(Camera camera, Visitor visitor)
    {
        await camera.TakeAsync(visitor, "launch", LaunchPage.Path);
        await camera.TakeAsync(visitor, "launch-filled", LaunchPage.Path, page => new LaunchPage(visitor).FillAsync("Binimetinib", "C32"));
        await camera.TakeAsync(visitor, "launch-refused", LaunchPage.Path, async page =>
        {
            var launch = new LaunchPage(visitor);
            await launch.Launch.ClickAsync();
            await Assertions.Expect(launch.Compound).ToHaveAttributeAsync("aria-invalid", "true");
        });
        await UploadAsync(camera, visitor);
        var job = await PicturesOfAJobAsync(camera, visitor);
        await camera.TakeAsync(visitor, "job-done", job.Path);
        await camera.TakeAsync(visitor, "job-replay", job.Path + "?replay=true&at=60&speed=5");
        await visitor.Page.GotoAsync(job.Path);
        var trace = (await job.OpenTraceAsync()).Path;
        await camera.TakeAsync(visitor, "trace", trace);
        await camera.TakeAsync(visitor, "trace-outline", trace + "?view=outline");
        await camera.TakeAsync(visitor, "trace-table", trace + "?view=table");
        await camera.TakeAsync(visitor, "trace-claim", trace + "#n3");
        await camera.TakeAsync(visitor, "trace-revision", trace + "@1");
        await camera.TakeAsync(visitor, "trace-knock-out", trace + "?out=n2");
        await camera.TakeAsync(visitor, "trace-knock-out-outline", trace + "?view=outline&out=n1,src:WikiPathways");
        await camera.TakeAsync(visitor, "trace-history", trace + "/history");
        await camera.TakeAsync(visitor, "trace-cite", trace + "/cite");
    }

    private static async Task UploadAsync(Camera camera, Visitor visitor)
    {
        var launch = new LaunchPage(visitor);
        async Task LookAsync(IPage page)
        {
            await launch.Pasted.FillAsync("compound,cell line,dose\nbinimetinib,C32,5 uM\nMEK162,a-549,\nqqqqq,C32,\n,C32,\n");
            await launch.CheckAsync();
            await Assertions.Expect(launch.Step).ToHaveTextAsync("Look at them");
        }
        await camera.TakeAsync(visitor, "launch-records", LaunchPage.Path + "?mode=json");
        await camera.TakeAsync(visitor, "launch-rows", LaunchPage.Path + "?mode=json", LookAsync);
        await camera.TakeAsync(visitor, "launch-start", LaunchPage.Path + "?mode=json", async page =>
        {
            await LookAsync(page);
            await launch.NextAsync();
            await Assertions.Expect(launch.Step).ToHaveTextAsync("Start");
        });
    }

    // Held first while it asks its sources, then while it checks its claims.
    private async Task<JobPage> PicturesOfAJobAsync(Camera camera, Visitor visitor)
    {
        using var retrieving = shared.Wikipedia.Hold();
        using var verifying = shared.Predictor.Hold();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await retrieving.ReachedAsync();
        await camera.TakeAsync(visitor, "job-retrieving", job.Path, _ => job.ShowsAsync("Running"));
        retrieving.Dispose();
        await verifying.ReachedAsync();
        await camera.TakeAsync(visitor, "job-verifying", job.Path, _ => job.ShowsSomeClaimAsync());
        verifying.Dispose();
        await job.ShowsAsync("Completed");
        return job;
    }

    /// <summary>What the checks say: measured, curated, disputed and conditional beside each other; an answer that supposes a target, one
    /// of which nothing was checked, and one that was withheld.</summary>
    private static async Task VerdictsAsync(Camera camera, Visitor visitor)
    {
        await FirstAsync(camera, visitor, "trace-verdicts", "compound:Palbociclib line:A549");
        await FirstAsync(camera, visitor, "trace-supposed", "state:published compound:Bicalutamide line:SW480");
        await FirstAsync(camera, visitor, "trace-unchecked", "state:published compound:MK-8353 line:C32");
        await FirstAsync(camera, visitor, "trace-withheld", "compound:Fulvestrant line:A549 withheld");
        await camera.TakeAsync(visitor, "traces-withheld", TracesPage.Searching("compound:Fulvestrant"));
    }

    /// <summary>The first trace that a search of the samples finds; where one picture alone is wanted, the samples may still
    /// come.</summary>
    private static async Task FirstAsync(Camera camera, Visitor visitor, string name, string search)
    {
        if (camera.Takes(name)) await camera.TakeAsync(visitor, name, await PathOfFirstAsync(visitor, search));
    }

    private static async Task<string> PathOfFirstAsync(Visitor visitor, string search)
    {
        var found = new TracesPage(visitor);
        for (var look = 0; look < MostLooks; look++)
        {
            await visitor.Page.GotoAsync(TracesPage.Searching(search));
            if (await found.Links.CountAsync() > 0) break;
        }
        return (await found.Links.First.GetAttributeAsync("href"))!;
    }

    /// <summary>One drug in two lines side by side, and a trace as it stands in another site's frame.</summary>
    private static async Task TakenElsewhereAsync(Camera camera, Visitor visitor)
    {
        if (!camera.Takes("compare") && !camera.Takes("embed")) return;
        var trace = await PathOfFirstAsync(visitor, "compound:Binimetinib line:C32");
        var other = await PathOfFirstAsync(visitor, "compound:Binimetinib line:A549");
        await camera.TakeAsync(visitor, "compare", ComparePage.AddressOf(trace, other));
        await camera.TakeAsync(visitor, "embed", "/embed" + trace);
    }

    private static async Task ListsAsync(Camera camera, Visitor visitor)
    {
        await camera.TakeAsync(visitor, "home", "/");
        await camera.TakeAsync(visitor, "jobs", "/jobs");
        await camera.TakeAsync(visitor, "batch", Samples);
        await camera.TakeAsync(visitor, "batch-report", Samples + "/report");
        await camera.TakeAsync(visitor, "launch-pairs", LaunchPage.Path + "?mode=pairs");
        await camera.TakeAsync(visitor, "verifiers", "/verifiers");
        await camera.TakeAsync(visitor, "about", "/about");
        await camera.TakeAsync(visitor, "traces", "/traces");
        await camera.TakeAsync(visitor, "traces-found", "/traces?compound=Binimetinib");
        await camera.TakeAsync(visitor, "traces-read", "/traces?q=MEK+inhibitor+melanoma+BRAF+V600E");
        await camera.TakeAsync(visitor, "compound", "/compounds/Binimetinib");
        await camera.TakeAsync(visitor, "gene", "/genes/MAP2K1");
        await camera.TakeAsync(visitor, "cell-line", "/cell-lines/C32");
        await camera.TakeAsync(visitor, "claims", "/claims?target=MAP2K1");
        await TakenElsewhereAsync(camera, visitor);
        await camera.TakeAsync(visitor, "palette", "/traces", page => page.Keyboard.PressAsync("Control+k"));
        await camera.TakeAsync(visitor, "traces-download", "/traces", page => page.GetByTestId("download").ClickAsync());
        await camera.TakeAsync(visitor, "traces-none", "/traces?compound=Binimetinib&line=NOSUCH");
        await camera.TakeAsync(visitor, "not-found", "/no/such/page");
        await camera.TakeAsync(visitor, "menu-open", "/traces", page => new SiteHeader(page).OpenMenuAsync());
    }
}
