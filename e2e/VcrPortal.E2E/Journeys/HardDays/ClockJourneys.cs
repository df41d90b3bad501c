using System.Globalization;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>
/// The clock of one worker is set an hour forward and back, and an hour back and forward, while jobs run: each that was asked for ends in a
/// trace of its own. <c>VCR_CLOCK_SECONDS</c> says how long it stays each time (eng/soak: 60).
/// </summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class ClockJourneys(PortalFixture shared)
{
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("VCR_CLOCK_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var set)
            ? set : 5);

    [ClockFact]
    public async Task AWorker_WhoseClockLeapsAnHourForwardAndBack_LosesNoJob()
    {
        using var clock = new SetClock();
        await using var cluster = await PortalCluster.StartAsync(new(More: [("Launch__VisitorQuota", "1000")]));
        await cluster.AddWorkerAsync();
        var leaping = await cluster.AddWorkerAsync(clock.Settings);
        await using var asker = await shared.Chromium.VisitAsync(cluster.One.Address);
        using var over = new CancellationTokenSource();
        var asking = AskAsync(asker, over.Token);
        foreach (var ahead in (string[])["+1h", "+0", "-1h", "+0"])
        {
            clock.Set(ahead);
            await Task.Delay(SetClock.Noticed + Stays, TimeProvider.System);
        }
        await over.CancelAsync();
        var jobs = await asking;
        HashSet<string> traces = [];
        foreach (var job in jobs) Assert.True(traces.Add(await TracePage.PathOfJobAsync(asker, job)), $"{job} has the trace of another");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{jobs.Count} jobs, each with its trace; the worker whose clock leapt {(leaping.HasEnded ? "left the cluster" : "stayed")}"));
        Assert.NotEmpty(jobs);
    }

    private static async Task<List<string>> AskAsync(Visitor asker, CancellationToken over)
    {
        List<string> jobs = [];
        while (!over.IsCancellationRequested)
        {
            var answer = await LaunchPage.AskAsync(asker, "Vemurafenib", "C32");
            Assert.True(answer.Ok && !answer.Url.EndsWith(LaunchPage.Path, StringComparison.Ordinal), $"{answer.Url} {answer.Status}");
            jobs.Add(answer.Url);
        }
        return jobs;
    }

    /// <summary>Skipped, with its reason, where something of it is missing.</summary>
    private sealed class ClockFactAttribute : FactAttribute
    {
        public ClockFactAttribute() => Skip = Chromium.WhyMissing ?? RedisProcess.WhyMissing ?? SetClock.WhyMissing;
    }
}
