using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>
/// Every compound in some lines, as one batch: it runs, is scored, is carried away; and a server that is killed in its middle loses and
/// doubles nothing. <c>VCR_BATCH_KILLS</c> says how often, <c>VCR_BATCH_LINES</c> in how many lines (eng/soak: 30 kills, all 22 of the
/// starter pack).
/// </summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class BatchJourneys(PortalFixture shared)
{
    /// <summary>The path of the first batch of a new portal.</summary>
    private const string FirstBatch = "/batches/1";

    private static int Kills => Number("VCR_BATCH_KILLS", 2);
    private static int Lines => Number("VCR_BATCH_LINES", 3);

    [E2EFact]
    public async Task Server_KilledAgainAndAgainInTheMiddleOfABatch_LosesNoJobAndDoublesNone()
    {
        await using var portal = await PortalProcess.StartAsync(Settings());
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var pairs = await LaunchPairsPage.OpenAsync(visitor);
        var total = await pairs.FillAsync(Lines);
        var launching = pairs.Launch.ClickAsync();
        await portal.KillAsync(); // while it is launched: then it is there whole, or not at all
        await launching.ContinueWith(_ => { }, TaskScheduler.Default); // it may have failed with the server
        await portal.StartAsync();
        var batch = await BatchPage.OpenAsync(visitor, FirstBatch);
        if (await batch.Figures.CountAsync() == 0)
        {
            pairs = await LaunchPairsPage.OpenAsync(visitor);
            await pairs.FillAsync(Lines);
            batch = await pairs.LaunchAsync();
        }
        var kills = 0;
        while (kills < Kills && await ReachAsync(visitor, total * (kills + 1) / (Kills + 1)) is var done && done < total)
        {
            kills++;
            await portal.KillAsync();
            await portal.StartAsync();
            batch = await BatchPage.OpenAsync(visitor, FirstBatch);
            Assert.True(await batch.DoneAsync() >= done, "what was done is done no more");
        }
        batch = await BatchPage.OpenAsync(visitor, FirstBatch);
        await batch.IsDoneAsync();
        Console.WriteLine($"{kills} kills, {total} jobs");
        Assert.Equal(Kills, kills);
        await AssertWholeAsync(portal, total);
    }

    [E2EFact]
    public async Task Batch_OfSomebodyWhoIsSignedIn_OpensWhenItIsLaunched()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "bea-batches");
        var pairs = await LaunchPairsPage.OpenAsync(visitor);
        await pairs.FillAsync(1);
        await (await pairs.LaunchAsync()).IsDoneAsync();
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Batch_OfChosenPairs_RunsAndIsScored_WithoutAFindingOnItsPages()
    {
        await using var visitor = await shared.VisitAsync();
        var pairs = await LaunchPairsPage.OpenAsync(visitor);
        await pairs.Compounds.FillAsync("Binimetinb");
        await pairs.Lines.FillAsync("C32; A-375");
        await pairs.CheckAsync();
        await Expect(pairs.Compounds).ToHaveAccessibleDescriptionAsync(new Regex("did you mean Binimetinib\\?"));
        await Expect(pairs.Lines).ToHaveValueAsync("C32; A-375");
        await pairs.Compounds.FillAsync("Binimetinib\nVemurafenib");
        await pairs.Lines.FillAsync("C32");
        await pairs.CheckAsync();
        await Expect(pairs.Summary).ToContainTextAsync("2 jobs: Binimetinib, Vemurafenib × C32");
        await Accessibility.AssertAsItStandsAsync(visitor, "pairs, looked at");
        await pairs.NextAsync();
        await Accessibility.AssertAsItStandsAsync(visitor, "how many pairs start");
        await pairs.BackAsync();
        await Expect(pairs.Step).ToHaveTextAsync("Look at them");
        await pairs.BackAsync();
        await Expect(pairs.Compounds).ToHaveValueAsync("Binimetinib\nVemurafenib");
        var batch = await pairs.LaunchAsync();
        await batch.IsDoneAsync();
        Assert.Equal("2", await batch.FigureAsync("Done"));
        var path = batch.Path;
        foreach (var one in (string[])[LaunchPairsPage.Path, "/jobs?show=batches", path, path + "?show=failed", path + "/report"])
            await Accessibility.AssertNoFindingAsync(visitor, one);
    }

    private static PortalSettings Settings() => new(More: [("Launch__VisitorBatchLimit", "5000"), ("Jobs__Attempts", "20")]);

    /// <returns>How many are done, once it is so many or all is over.</returns>
    private static async Task<int> ReachAsync(Visitor visitor, int done)
    {
        while (true)
        {
            var batch = await BatchPage.OpenAsync(visitor, FirstBatch);
            var now = await batch.DoneAsync();
            if (now >= done || await batch.IsOverAsync()) return now;
        }
    }

    private static async Task AssertWholeAsync(PortalProcess portal, int total)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        var lines = (await http.GetStringAsync(FirstBatch + ".jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(total, lines.Count);
        Assert.Equal(total, lines.Select(l => l.GetProperty("question").GetString()).Distinct().Count());
        Assert.Equal(total, lines.Select(l => l.GetProperty("trace").GetString()).Distinct().Count());
        Assert.DoesNotContain(lines, l => l.GetProperty("state").GetString() is not ("published" or "discarded"));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : otherwise;
}
