using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>Everything that arrives is hostile until shown otherwise, and no one is punished for a typing error.</summary>
[Collection(ReadersCollection.Name)]
public class BadInputJourneys(PortalFixture portal)
{
    private const string Markup = "<img src=x onerror=\"window.hacked=1;alert(1)\"><script>window.hacked=1</script>";

    [E2EFact]
    public async Task Upload_WithOneBadRecord_NamesRecordAndFieldAndKeepsTheRest()
    {
        const string records = """
            [ {"context": {"cell type": "C32"}, "perturbations": [{"name": "binimetinib", "perturbation type": "chemical"}]},
              {"context": {"cell type": "A549"}, "perturbations": 5},
              {"context": {"cell type": "A549"}, "perturbations": [{"name": "trametinib", "perturbation type": "chemical"}]} ]
            """;
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("records.json", records);

        await Expect(launch.Found).ToContainTextAsync("Record 2"); // counted from one, as people do
        await Expect(launch.Found).ToContainTextAsync("perturbations");
        await launch.NextAsync();
        await launch.Launch.ClickAsync();
        var main = (await BatchPage.ArriveAsync(visitor)).Main;
        await Expect(main).ToContainTextAsync(new Regex("binimetinib in C32", RegexOptions.IgnoreCase));
        await Expect(main).ToContainTextAsync(new Regex("trametinib in A549", RegexOptions.IgnoreCase));
    }

    [E2EFact]
    public async Task Upload_ThatIsNoJson_SaysWhereItBreaks()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("records.json", "{\"context\": {\"cell type\": \"C32\"},, }");
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(new Regex("line 1", RegexOptions.IgnoreCase));
    }

    [E2EFact]
    public async Task Launch_WithMarkupAsCompound_ShowsItAsText()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).InsistAsync(Markup, "C32'; DROP TABLE Traces; --");
        await job.ShowsAsync("Completed");
        await Expect(job.Main).ToContainTextAsync(Markup);
        await Expect((await job.OpenTraceAsync()).Main).ToContainTextAsync(Markup);
        await AssertNothingRanAsync(visitor);
    }

    [E2EFact]
    public async Task Source_ThatAnswersWithMarkup_IsShownAsText()
    {
        portal.WikipediaArticles.Extract = Markup + " [click](javascript:alert(1)) ![x](http://127.0.0.1:9/x.png)";
        try
        {
            await using var visitor = await portal.VisitAsync();
            var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Olaparib", "A549");
            await job.ShowsAsync("Completed");
            var trace = await job.OpenTraceAsync();
            await Expect(trace.Main).ToContainTextAsync("onerror");
            await Expect(trace.Foreign).ToHaveCountAsync(0);
            await AssertNothingRanAsync(visitor);
        }
        finally
        {
            portal.WikipediaArticles.Extract = WikipediaStandIn.OrdinaryExtract;
        }
    }

    [E2EFact]
    public async Task Launch_WithOneLineOfAMegabyte_IsRefusedBesideTheFieldAndKeepsTheForm()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.FillAsync(new string('x', 1_000_000), "C32");
        await launch.Launch.ClickAsync();
        await Expect(launch.Compound).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(launch.CellLine).ToHaveValueAsync("C32");
    }

    private static async Task AssertNothingRanAsync(Visitor visitor)
    {
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => 'hacked' in window"));
        Assert.DoesNotContain(visitor.Problems, p => p.StartsWith("dialog", StringComparison.Ordinal));
    }
}
