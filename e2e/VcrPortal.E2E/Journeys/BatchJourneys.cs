using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>
/// Every compound in some lines, as one batch: it runs, is scored, is carried away; and a server that is killed in its middle loses and
/// doubles nothing. <c>VCR_BATCH_KILLS</c> says how often, <c>VCR_BATCH_LINES</c> in how many lines (eng/soak: 30 kills, all 22 of the
/// starter pack).
/// </summary>
[Collection(HardDaysCollection.Name)]
public partial class BatchJourneys(PortalFixture shared)
{
    private static int Kills => Number("VCR_BATCH_KILLS", 3);
    private static int Lines => Number("VCR_BATCH_LINES", 6);

    [E2EFact]
    public async Task Server_KilledAgainAndAgainInTheMiddleOfABatch_LosesNoJobAndDoublesNone()
    {
        await using var portal = await PortalProcess.StartAsync(Settings());
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var page = visitor.Page;
        var total = await FillAsync(page, Lines);
        var launching = page.GetByRole(AriaRole.Button, new() { Name = "Launch", Exact = true }).ClickAsync();
        await portal.KillAsync(); // while it is launched: then it is there whole, or not at all
        await launching.ContinueWith(_ => { }, TaskScheduler.Default); // it may have failed with the server
        await portal.StartAsync();
        await page.GotoAsync("/batches/1");
        if (await page.Locator(".figures").CountAsync() == 0)
        {
            await FillAsync(page, Lines);
            await page.GetByRole(AriaRole.Button, new() { Name = "Launch", Exact = true }).ClickAsync();
            await BatchPage.ArriveAsync(visitor);
        }
        var kills = 0;
        while (kills < Kills && await ReachAsync(page, total * (kills + 1) / (Kills + 1)) is { } done && done < total)
        {
            kills++;
            await portal.KillAsync();
            await portal.StartAsync();
            await page.GotoAsync("/batches/1");
            Assert.True(Done(await page.ContentAsync()) >= done, "what was done is done no more");
        }
        await page.GotoAsync("/batches/1");
        await new BatchPage(visitor).IsDoneAsync();
        Console.WriteLine($"{kills} kills, {total} jobs");
        Assert.Equal(Kills, kills);
        await AssertWholeAsync(portal, total);
    }

    [E2EFact]
    public async Task Batch_OfChosenPairs_RunsAndIsScored_WithoutAFindingOnItsPages()
    {
        await using var visitor = await shared.VisitAsync();
        var page = visitor.Page;
        await page.GotoAsync("/jobs/new?mode=pairs");
        await page.GetByLabel("Compounds", new() { Exact = true }).FillAsync("Binimetinb");
        await page.GetByLabel("Cell lines", new() { Exact = true }).FillAsync("C32; A-375");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check first" }).ClickAsync();
        await Expect(page.Locator(".err").First).ToContainTextAsync("did you mean Binimetinib?");
        await page.GetByLabel("Compounds", new() { Exact = true }).FillAsync("Binimetinib\nVemurafenib");
        await Expect(page.GetByLabel("Cell lines", new() { Exact = true })).ToHaveValueAsync("C32; A-375");
        await page.GetByLabel("Cell lines", new() { Exact = true }).FillAsync("C32");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check first" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 jobs: Binimetinib, Vemurafenib × C32");
        await page.GetByRole(AriaRole.Button, new() { Name = "Launch", Exact = true }).ClickAsync();
        var batch = await BatchPage.ArriveAsync(visitor);
        await batch.IsDoneAsync();
        Assert.Equal("2", await batch.FigureAsync("Done"));
        var path = new Uri(page.Url).AbsolutePath;
        foreach (
            var one in new[] { "/jobs/new?mode=pairs", "/jobs?show=batches", path, path + "?show=failed",
            path + "/report" }) await Accessibility.AssertNoFindingAsync(visitor, one);
    }

    private static PortalSettings Settings() => new(More: [("Launch__VisitorBatchLimit", "5000"), ("Jobs__Attempts", "20")]);

    /// <returns>How many jobs it will be.</returns>
    private static async Task<int> FillAsync(IPage page, int lines)
    {
        await page.GotoAsync("/jobs/new?mode=pairs");
        var known = (await page.Locator("aside details").Nth(1).Locator("p").TextContentAsync())!.Split("; ").Take(lines);
        await page.GetByLabel("Cell lines", new() { Exact = true }).FillAsync(string.Join('\n', known));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check first" }).ClickAsync();
        var jobs = page.GetByRole(AriaRole.Status).Locator("b");
        await Expect(jobs).ToHaveTextAsync(Digits());
        return Parse(await jobs.InnerTextAsync());
    }

    /// <returns>How many are done, once it is so many or all is over.</returns>
    private static async Task<int?> ReachAsync(IPage page, int done)
    {
        while (true)
        {
            await page.GotoAsync("/batches/1");
            var now = Done(await page.ContentAsync());
            if (now >= done || await page.Locator("#batch-now[data-poll]").CountAsync() == 0) return now;
        }
    }

    private static async Task AssertWholeAsync(PortalProcess portal, int total)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        var lines = (await http.GetStringAsync("/batches/1.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(total, lines.Count);
        Assert.Equal(total, lines.Select(l => l.GetProperty("question").GetString()).Distinct().Count());
        Assert.Equal(total, lines.Select(l => l.GetProperty("trace").GetString()).Distinct().Count());
        Assert.DoesNotContain(lines, l => l.GetProperty("state").GetString() is not ("published" or "discarded"));
    }

    private static int Done(string page) => FigureDone().Match(page) is { Success: true } match ? Parse(match.Groups[1].Value) : 0;

    private static int Parse(string written) => int.Parse(written, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : otherwise;

    [GeneratedRegex("<dt>Done</dt><dd>([0-9,]+)</dd>")]
    private static partial Regex FigureDone();

    [GeneratedRegex("^[0-9,]+$")]
    private static partial Regex Digits();
}
