using System.Diagnostics;
using System.Globalization;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.E2E.Journeys.HardDays;

/// <summary>
/// The database takes nothing for a while, and then only now and then. Who reads reads on; what was acknowledged is there, once; what was
/// not was answered with a sentence. <c>VCR_AWAY_SECONDS</c> and <c>VCR_SLOW_SECONDS</c> say how long (eng/soak: 30 and 300).
/// </summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class DatabaseTroubleJourneys(PortalFixture shared)
{
    private static readonly TimeSpan Away = Seconds("VCR_AWAY_SECONDS", 4);
    private static readonly TimeSpan Slow = Seconds("VCR_SLOW_SECONDS", 6);

    // Somebody else holds the database for most of every second.
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(850);
    private static readonly TimeSpan Free = TimeSpan.FromMilliseconds(150);

    [E2EFact(NeedsSqlite = true)]
    public async Task Database_AwayAndThenSlow_ReadersReadOnAndWhatWasAcknowledgedIsThereOnce()
    {
        await using var portal = await PortalProcess.StartAsync(new(More: [("Launch__VisitorQuota", "1000")]));
        await using var reader = await shared.Chromium.VisitAsync(portal.Address);
        await using var writer = await shared.Chromium.VisitAsync(portal.Address);
        var trace = await TracePage.OfNewJobAsync(reader, "Binimetinib", "C32");
        using var over = new CancellationTokenSource();
        var reading = ReadAsync(reader, [trace.Path, "/", "/traces", "/jobs"], over.Token);
        var writing = AskAsync(writer, over.Token);
        await TroubleAsync(portal);
        await over.CancelAsync();
        var (reads, slowest) = await reading;
        var (taken, refused) = await writing;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{reads} pages were read, the slowest in {slowest.TotalSeconds:0.0} s; {taken.Count} jobs were taken, {refused} refused"));
        Assert.NotEqual(0, reads);
        Assert.NotEmpty(taken);
        Assert.Equal(taken.Count, taken.Distinct().Count());
        var traces = new HashSet<string>();
        foreach (var job in taken) Assert.True(traces.Add(await TracePage.PathOfJobAsync(writer, job)), $"{job} has the trace of another");
    }

    private static async Task TroubleAsync(PortalProcess portal)
    {
        await using (await portal.HoldDatabaseAsync()) await Task.Delay(Away, TimeProvider.System);
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Slow; await Task.Delay(Free, TimeProvider.System))
            await using (await portal.HoldDatabaseAsync()) await Task.Delay(Held, TimeProvider.System);
    }

    /// <summary>Every page has to come.</summary>
    private static async Task<(int Reads, TimeSpan Slowest)> ReadAsync(Visitor reader, string[] paths, CancellationToken over)
    {
        var (reads, slowest) = (0, TimeSpan.Zero);
        for (; !over.IsCancellationRequested; reads++)
        {
            var since = Stopwatch.GetTimestamp();
            var answer = await reader.Browser.GetAsync(paths[reads % paths.Length]);
            Assert.True(answer.Ok, $"{answer.Url} answered {answer.Status}");
            if (Stopwatch.GetElapsedTime(since) is var took && took > slowest) slowest = took;
        }
        return (reads, slowest);
    }

    /// <summary>Asks for one job after the other; where it is not taken, the page says why.</summary>
    private static async Task<(List<string> Taken, int Refused)> AskAsync(Visitor writer, CancellationToken over)
    {
        var (taken, refused) = (new List<string>(), 0);
        while (!over.IsCancellationRequested)
        {
            var answer = await LaunchPage.AskAsync(writer, "Vemurafenib", "C32");
            if (answer.Ok && !answer.Url.EndsWith(LaunchPage.Path, StringComparison.Ordinal))
            {
                taken.Add(answer.Url);
                continue;
            }
            Assert.Contains("database", await answer.TextAsync(), StringComparison.OrdinalIgnoreCase);
            refused++;
        }
        return (taken, refused);
    }

    private static TimeSpan Seconds(string name, int here) => TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : here);
}
