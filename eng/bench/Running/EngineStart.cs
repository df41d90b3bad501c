using System.Diagnostics;
using System.Globalization;
using VcrPortal.E2E.Harness.Processes;

namespace VcrPortal.Bench.Running;

/// <summary>
/// What the engine below the jobs costs a portal that stands alone: its first page and its memory, beside the same program that only
/// shows pages and so starts no engine. In turns; medians.
/// </summary>
internal static class EngineStart
{
    private const int Rounds = 5;

    // The engine starts beside the web server; by then it has settled.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public static async Task<List<Row>> RunAsync()
    {
        List<Start> with = [], without = [];
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(await StartAsync("portal,worker"));
            without.Add(await StartAsync("portal"));
        }
        return
        [
            Row("first page after the start, with the engine", with, without, s => s.FirstPage, "s", "at most 1 s later"),
            Row("processor time until it has settled", with, without, s => s.Cpu, "s", "-"),
            Row("memory after that", with, without, s => s.Memory, "MB", "at most 60 MB more"),
        ];
    }

    private static async Task<Start> StartAsync(string role)
    {
        var since = Stopwatch.GetTimestamp();
        await using var portal = await PortalProcess.StartAsync(new(More: [("Portal__Role", role)]));
        using var http = new HttpClient { BaseAddress = portal.Address };
        await http.GetStringAsync("/");
        var first = Stopwatch.GetElapsedTime(since);
        await Task.Delay(Settled);
        return new(first.TotalSeconds, portal.Cpu.TotalSeconds, portal.Memory / 1e6);
    }

    private static Row Row(
        string what, List<Start> with, List<Start> without, Func<Start, double> value, string unit, string target)
    {
        var (ours, baseline) = (Median(with, value), Median(without, value));
        return new(what, Text(ours, unit), $"without: {Text(baseline, unit)}",
            string.Create(CultureInfo.InvariantCulture, $"{ours - baseline:+0.00;-0.00} {unit}"), target);
    }

    private static double Median(List<Start> starts, Func<Start, double> value) => starts.Select(value).Order().ElementAt(starts.Count / 2);

    private static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} {unit}");

    /// <summary>Seconds, seconds, megabytes.</summary>
    private sealed record Start(double FirstPage, double Cpu, double Memory);
}
