using System.Globalization;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Launching;

namespace VcrPortal.Bench.Running;

/// <summary>What people see: the published portal as its own process, pages in one Chromium on the same machine, which so counts against
/// us.</summary>
internal static class LiveBench
{
    private const int Viewers = 20;
    private const int Launches = 9;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (Chromium.WhyMissing is { } why) return [Row.Missing("what people see", why, "")];
        await using var wikipedia = await HeldSource.StartAsync(new WikipediaStandIn().AnswerAsync);
        await using var predictor = await HeldSource.StartAsync(AffinityPredictorStandIn.AnswerAsync);
        await using var portal = await PortalProcess.StartAsync(new(Wikipedia: wikipedia.Address, AffinityPredictor: predictor.Address));
        await using var chromium = await Chromium.StartAsync();
        return
        [
            await FirstTextAsync(portal, chromium),
            .. await EventsToScreensAsync(portal, chromium, wikipedia, predictor),
            await TracePageAsync(portal, chromium)
        ];
    }

    private static async Task<Row> FirstTextAsync(PortalProcess portal, Chromium chromium)
    {
        await using var visitor = await chromium.VisitAsync(portal.Address);
        await visitor.Page.AddInitScriptAsync(PageTimings.Script);
        var times = new List<TimeSpan>(Launches);
        for (var launch = 0; launch < Launches; launch++)
        {
            var form = await LaunchPage.OpenAsync(visitor);
            await form.FillAsync("Binimetinib", "C32");
            var clicked = DateTime.UtcNow;
            await form.Launch.ClickAsync();
            var job = await JobPage.ArriveAsync(visitor);
            await job.ShowsAsync("Completed");
            times.Add(await PageTimings.FirstTextAsync(visitor.Page) - clicked);
        }
        var first = times[0]; // in a process that has just started
        times.Sort();
        return new(
            "first report text after the click on Launch",
            $"median {Row.Milliseconds(Stopwatches.Median(times))}, in a new process {Row.Milliseconds(first)}", null, null, "at most 1 s");
    }

    // The job waits in its sources until all viewers are there. Then it writes a whole explanation at once and waits again, with its first
    // claim at the predictor; that one verdict is an event by itself.
    private static async Task<IReadOnlyList<Row>> EventsToScreensAsync(
        PortalProcess portal, Chromium chromium, HeldSource wikipedia, HeldSource predictor)
    {
        const string target = "at most 250 ms";
        var what = $"event to the screens of {Viewers} viewers";
        if (NodeScript.WhyMissing is { } why) return [Row.Missing(what, why, target)];
        var visitors = await Task.WhenAll(Enumerable.Range(0, Viewers).Select(_ => chromium.VisitAsync(portal.Address)));
        using var first = predictor.Hold();
        var job = await LaunchBeforeAsync(visitors, wikipedia);
        await first.ReachedAsync();
        var cpu = portal.Cpu;
        foreach (var visitor in visitors) await new JobPage(visitor, job.Number).ShowsSomeClaimAsync();
        cpu = portal.Cpu - cpu;
        using (predictor.Hold())
        {
            first.Dispose();
            foreach (var visitor in visitors) await PageTimings.VerdictIsShownAsync(visitor.Page);
        }
        foreach (var visitor in visitors) await new JobPage(visitor, job.Number).ShowsAsync("Completed");
        var written = await WrittenAsync(portal, job);
        var one = await LatenciesAsync(visitors, written.Verdicts.Take(1).ToDictionary(), PageTimings.VerdictsAsync);
        var burst = await LatenciesAsync(visitors, written.Claims, PageTimings.ClaimsAsync);
        foreach (var visitor in visitors) await visitor.DisposeAsync();
        return
        [
            new(what, Spread(one), null, null, target),
            new($"the same, {written.Events} events at once, {Viewers} pages painted by this machine",
                $"{Spread(burst)}, {Row.Milliseconds(cpu / Viewers)} of the portal's CPU for each", null, null, "")
        ];
    }

    private static async Task<JobPage> LaunchBeforeAsync(Visitor[] visitors, HeldSource wikipedia)
    {
        using var held = wikipedia.Hold();
        var job = await (await LaunchPage.OpenAsync(visitors[0])).LaunchAsync("Binimetinib", "C32");
        await held.ReachedAsync();
        foreach (var visitor in visitors) await WatchAsync(job, visitor);
        return job;
    }

    private static string Spread(List<TimeSpan> latencies) =>
        $"median {Row.Milliseconds(latencies[latencies.Count / 2])}, 99% {Row.Milliseconds(latencies[latencies.Count * 99 / 100])}, "
        + $"seen {latencies.Count} times";

    private static async Task WatchAsync(JobPage job, Visitor visitor)
    {
        await visitor.Page.AddInitScriptAsync(PageTimings.Script);
        await (await job.OpenAsync(visitor)).ShowsAsync("Running");
        await PageTimings.CircuitIsOpenAsync(visitor.Page);
    }

    private static Task<Written> WrittenAsync(PortalProcess portal, JobPage job) =>
        Written.FromAsync(HubWatch.WatchAsync(portal.Address, job.Number));

    private static async Task<List<TimeSpan>> LatenciesAsync(
        Visitor[] visitors, IReadOnlyDictionary<string, DateTime> written, Func<IPage, Task<Dictionary<string, DateTime>>> seenOn)
    {
        var latencies = new List<TimeSpan>();
        foreach (var visitor in visitors)
            foreach (var (claim, seen) in await seenOn(visitor.Page))
                if (written.TryGetValue(claim, out var at)) latencies.Add(seen - at);
        latencies.Sort();
        return latencies;
    }

    private static async Task<Row> TracePageAsync(PortalProcess portal, Chromium chromium)
    {
        await using var writer = await chromium.VisitAsync(portal.Address);
        var job = await (await LaunchPage.OpenAsync(writer)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var path = (await job.OpenTraceAsync()).Path;

        await using var reader = await chromium.VisitAsync(portal.Address);
        var transfer = await Transfer.OfAsync(reader, path);
        return new("a reader of the trace page", string.Create(CultureInfo.InvariantCulture,
            $"{transfer.Bytes / 1000d:0.0} kB in {transfer.Requests} requests, {reader.Sockets.Count} circuits"), null, null,
                "under 150 kB, no circuit");
    }
}
