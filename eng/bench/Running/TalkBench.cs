using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Bench.Running;

/// <summary>
/// People who talk on one page of a portal of full size: circuits without browsers (talk.mjs), so what a screen paints is not in the times,
/// and one Node process takes the batches of all of them, which counts against us.
/// </summary>
internal static class TalkBench
{
    private const int Screens = 100;
    private const int Comments = 40;
    private const int Circuits = 200;
    private const string Talked = "/t/VCT1", Silent = "/t/VCT2";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (NodeScript.WhyMissing is { } why) return [Row.Missing("people who talk", why, "")];
        var folder = Directory.CreateTempSubdirectory("vcr-talk-").FullName;
        try
        {
            var (source, probe) = ($"Data Source={Path.Combine(folder, "portal.db")}", Path.Combine(folder, "probe"));
            var pack = StarterPack.Load();
            var traces = pack.Compounds.Length * pack.CellLines.Length;
            await using var verbs = PortalHost.Build(
                ["--contentRoot", folder, "--no-samples", $"--Database:ConnectionString={source}", "--Logging:LogLevel:Default=None"]);
            List<Row> rows = [];
            await using (
                var portal = await PortalProcess.StartAsync(
                new(Samples: true, More: [("Database__ConnectionString", source), .. HeapProbe.On(probe)])))
            {
                await WrittenAsync(verbs, traces);
                rows.Add(await CommentAsync(portal.Address));
                // Anew for each: what the process did before is not the circuits'.
                rows.AddRange(await MemoryAsync(portal, probe));
            }
            rows.Insert(1, await VoteBench.RunAsync(verbs.Services, source, traces));
            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WrittenAsync(WebApplication verbs, int traces)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromSeconds(1));
        await using var db = await verbs.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(deadline.Token);
        while (await db.Traces.CountAsync(deadline.Token) < traces) await look.WaitForNextTickAsync(deadline.Token);
    }

    private static async Task<Row> CommentAsync(Uri portal)
    {
        var said = await NodeAsync("comments", portal, Talked, Screens, Comments);
        await using var hub = await BroadcastHub.StartAsync();
        var heard = await NodeAsync("broadcast", hub.Address, Screens, Comments, said.GetProperty("bytes").GetInt32());
        var (ours, bare) = (TimesOf(said), TimesOf(heard));
        return new(
            $"a comment on {Screens} other screens, from the click to the render batch ({Comments} comments of 5 people, {ours.Count} "
            + "arrivals)",
            Spreads.Measure(ours), $"a bare SignalR broadcast of as many bytes: {Spreads.Measure(bare)}",
                Row.Times(Stopwatches.Median(ours) / Stopwatches.Median(bare)), "within 500 ms");
    }

    private static async Task<IEnumerable<Row>> MemoryAsync(PortalProcess portal, string probe)
    {
        double least;
        await using (var empty = await EmptyBlazor.StartAsync(probe)) least = await BytesEachAsync(empty.Address, "/", probe);
        var silent = await BytesEachAsync(await AnewAsync(portal), Silent, probe, "idle-1");
        var talked = await BytesEachAsync(await AnewAsync(portal), Talked, probe, "idle-2");
        return
        [
            Memory($"live memory of an idle circuit, a trace without comments ({Circuits} circuits)", silent, least, "at most 2x"),
            Memory($"the same, a trace with {Comments} comments and more", talked, least, ""),
        ];
    }

    private static async Task<Uri> AnewAsync(PortalProcess portal)
    {
        await portal.KillAsync();
        await portal.StartAsync();
        return portal.Address;
    }

    private static async Task<double> BytesEachAsync(Uri address, string path, string probe, params string[] person)
    {
        var live = await NodeAsync("idle", [address, path, probe, Circuits, .. person]);
        return (live.GetProperty("after").GetInt64() - live.GetProperty("before").GetInt64()) / (double)Circuits;
    }

    private static Row Memory(string what, double ours, double least, string target) =>
        new(what, Kilobytes(ours), $"an empty Blazor Server page: {Kilobytes(least)}", Row.Times(ours / least), target);

    private static string Kilobytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000:0.0} kB");

    private static List<TimeSpan> TimesOf(JsonElement measured) =>
        [.. measured.GetProperty("milliseconds").EnumerateArray().Select(time => TimeSpan.FromMilliseconds(time.GetDouble()))];

    private static async Task<JsonElement> NodeAsync(string verb, params object[] arguments)
    {
        var (exitCode, output, errors) = await NodeScript.RunAsync(
            Patience, Path.Combine("bench", "talk.mjs"),
            [verb, .. arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)!)]);
        if (exitCode != 0) throw new InvalidOperationException(errors);
        return JsonElement.Parse(output);
    }
}
