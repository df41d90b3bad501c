using System.Globalization;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;

namespace VcrPortal.Bench;

/// <summary>What people see: the published portal as its own process, pages in one Chromium on the same machine, which so counts against us.</summary>
internal static class LiveBench
{
    private const int Viewers = 20;
    private const int Launches = 9;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (Chromium.WhyMissing is { } why) return [Row.Missing("what people see", why, "")];
        await using var wikipedia = await HeldSource.StartAsync(new WikipediaStandIn().AnswerAsync);
        await using var portal = await PortalProcess.StartAsync(new(Wikipedia: wikipedia.Address));
        await using var chromium = await Chromium.StartAsync();
        return
        [
            await FirstTextAsync(portal, chromium),
            await EventToScreensAsync(portal, chromium, wikipedia),
            await TracePageAsync(portal, chromium)
        ];
    }

    private static async Task<Row> FirstTextAsync(PortalProcess portal, Chromium chromium)
    {
        await using var visitor = await chromium.VisitAsync(portal.Address);
        await visitor.Page.AddInitScriptAsync(Sightings.Script);
        var times = new List<TimeSpan>(Launches);
        for (var launch = 0; launch < Launches; launch++)
        {
            var form = await LaunchPage.OpenAsync(visitor);
            await form.FillAsync("Binimetinib", "C32");
            var clicked = DateTime.UtcNow;
            await form.Launch.ClickAsync();
            var job = await JobPage.ArriveAsync(visitor);
            await job.ShowsAsync("Completed");
            times.Add(await Sightings.FirstTextAsync(visitor.Page) - clicked);
        }
        times.Sort();
        return new("first report text after the click on Launch", $"median {Row.Milliseconds(Stopwatches.Median(times))}, slowest {Row.Milliseconds(times[^1])}", null, null, "at most 1 s");
    }

    // The job waits in its sources until all are there; then each page notes when it first shows each claim.
    private static async Task<Row> EventToScreensAsync(PortalProcess portal, Chromium chromium, HeldSource wikipedia)
    {
        const string target = "at most 250 ms";
        var what = $"event to the screens of {Viewers} viewers";
        if (NodeScript.WhyMissing is { } why) return Row.Missing(what, why, target);
        var visitors = await Task.WhenAll(Enumerable.Range(0, Viewers).Select(_ => chromium.VisitAsync(portal.Address)));
        JobPage job;
        using (var held = wikipedia.Hold())
        {
            job = await (await LaunchPage.OpenAsync(visitors[0])).LaunchAsync("Binimetinib", "C32");
            await held.ReachedAsync();
            foreach (var visitor in visitors) await WatchAsync(job, visitor);
        }
        var latencies = await LatenciesAsync(portal, job, visitors);
        foreach (var visitor in visitors) await visitor.DisposeAsync();
        return new(what + $" ({latencies.Count} sightings)",
            $"median {Row.Milliseconds(latencies[latencies.Count / 2])}, 99% {Row.Milliseconds(latencies[latencies.Count * 99 / 100])}", null, null, target);
    }

    private static async Task WatchAsync(JobPage job, Visitor visitor)
    {
        await visitor.Page.AddInitScriptAsync(Sightings.Script);
        await (await job.OpenAsync(visitor)).ShowsAsync("Running");
        await Sightings.CircuitIsOpenAsync(visitor.Page);
    }

    private static async Task<List<TimeSpan>> LatenciesAsync(PortalProcess portal, JobPage job, Visitor[] visitors)
    {
        foreach (var visitor in visitors) await new JobPage(visitor, job.Number).ShowsAsync("Completed");
        var (exitCode, output, errors) = await NodeScript.RunAsync("hub-watch.mjs", portal.Address.ToString(), job.Number.ToString(CultureInfo.InvariantCulture));
        if (exitCode != 0) throw new InvalidOperationException(errors);
        var written = Sightings.ClaimsWritten(output);
        var latencies = new List<TimeSpan>();
        foreach (var visitor in visitors)
            foreach (var (claim, seen) in await Sightings.ClaimsAsync(visitor.Page))
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
            $"{transfer.Bytes / 1000d:0.0} kB in {transfer.Requests} requests, {reader.Sockets.Count} circuits"), null, null, "under 150 kB, no circuit");
    }
}
