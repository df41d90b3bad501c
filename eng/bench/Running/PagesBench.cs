using System.Globalization;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;

namespace VcrPortal.Bench.Running;

/// <summary>
/// What pages weigh and how they answer: the published portal as its own process, an empty cache, one Chromium on the same machine. The
/// targets are the budgets that the pages were designed to.
/// </summary>
internal static partial class PagesBench
{
    private const int Claims = 300, Loads = 9;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (Chromium.WhyMissing is { } why) return [Row.Missing("pages", why, "")];
        var folder = Directory.CreateTempSubdirectory("vcr-pages-");
        try
        {
            var probe = Path.Combine(folder.FullName, "probe");
            await using var portal = await PortalProcess.StartAsync(new(More: [.. HeapProbe.On(probe)]));
            await using var chromium = await Chromium.StartAsync();
            await using var admin = await chromium.VisitAsync(portal.Address);
            await SignUpPage.SignUpAsync(admin, "ada");
            await AccountPage.BecomeAdminAsync(admin, portal);
            var small = (await TracePage.OfNewJobAsync(admin, "Binimetinib", "C32")).Path;
            var large = await LargeAsync(admin);
            (string What, Func<Task<IEnumerable<Row>>> Measure)[] parts =
            [
                ("reading pages", () => ReadAsync(chromium, portal, [small, "/", "/traces"])),
                ("work pages", () => WorkAsync(chromium, portal, [small, "/jobs?show=all", LaunchPage.Path, "/inbox", "/account"])),
                ("first picture", async () => [await FirstPictureAsync(chromium, portal, small)]),
                ("clicks", () => ClicksAsync(admin, small)),
                ("pan and zoom", async () => [await HandledAsync(chromium, portal, large)]),
                ("heaps", () => HeapsAsync(portal, probe, small)),
            ];
            List<Row> rows = [];
            foreach (var (what, measure) in parts) rows.AddRange(await MeasureAsync(what, measure));
            return rows;
        }
        finally { folder.Delete(recursive: true); }
    }

    /// <summary>Each part says that it begins, and ends in time: one that hangs is a row of its own and takes nothing from the others.
    /// </summary>
    private static async Task<IEnumerable<Row>> MeasureAsync(string what, Func<Task<IEnumerable<Row>>> measure)
    {
        await Console.Error.WriteLineAsync($"pages: {what}");
        try
        {
            return await measure().WaitAsync(Patience);
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException or InvalidOperationException)
        {
            return [Row.Missing(what, failure.Message.Split('\n')[0], "")];
        }
    }

    /// <summary>A trace whose newest revision has so many claims.</summary>
    private static async Task<string> LargeAsync(Visitor admin)
    {
        var trace = await TracePage.OfNewJobAsync(admin, "Trametinib", "A549");
        await (await RevisePage.OpenAsync(admin, trace.Path)).ReviseAsync(_ => GraphTexts.Chain(Claims, "P"), "As large as any.");
        return trace.Path;
    }

    private static async Task<IEnumerable<Row>> ReadAsync(Chromium chromium, PortalProcess portal, string[] paths)
    {
        List<Row> rows = [];
        foreach (var path in paths)
        {
            await using var reader = await chromium.VisitAsync(portal.Address);
            var transfer = await Transfer.ColdAsync(reader, path);
            rows.Add(new($"a stranger reads {Kind(path)}", $"{Kilobytes(transfer.Bytes)} in {transfer.Requests} requests, "
                + $"{reader.Sockets.Count} sockets", null, null, "at most 150 kB, 0 sockets"));
        }
        return rows;
    }

    private static async Task<IEnumerable<Row>> WorkAsync(Chromium chromium, PortalProcess portal, string[] paths)
    {
        await using var visitor = await chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(visitor, "wim");
        List<Row> rows = [];
        foreach (var path in paths)
        {
            var transfer = await Transfer.ColdAsync(visitor, path);
            rows.Add(new($"who is signed in opens {Kind(path)}",
                $"{Kilobytes(transfer.Bytes)} + {Kilobytes(transfer.SocketBytes)} over the socket", null, null, "at most 220 kB + 100 kB"));
        }
        return rows;
    }

    private static async Task<Row> FirstPictureAsync(Chromium chromium, PortalProcess portal, string path)
    {
        List<TimeSpan> times = [];
        for (var load = 0; load < Loads; load++)
        {
            await using var reader = await chromium.VisitAsync(portal.Address, Desk);
            await reader.Page.AddInitScriptAsync(Paints);
            await Transfer.ColdAsync(reader, path);
            times.Add(TimeSpan.FromMilliseconds(await reader.Page.EvaluateAsync<double>("() => window.__paint")));
        }
        times.Sort();
        return new("largest contentful paint of the trace page, nothing cached",
            $"median {Row.Milliseconds(Stopwatches.Median(times))}, worst of {Loads} {Row.Milliseconds(times[^1])}", null, null,
            "under 1 s");
    }

    /// <summary>Pan and zoom of a graph in which nothing is folded.</summary>
    private static async Task<Row> HandledAsync(Chromium chromium, PortalProcess portal, string path)
    {
        await using var reader = await chromium.VisitAsync(portal.Address, Desk);
        await reader.Page.GotoAsync(path + "?fold=none", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var graph = new TracePage(reader).Graph;
        var drawn = await graph.Claims.CountAsync();
        await reader.Page.EvaluateAsync(LongTasks);
        var box = (await graph.Drawing.Locator("xpath=../../..").BoundingBoxAsync())!;
        await reader.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        await reader.Page.Keyboard.DownAsync("Control");
        for (var turn = 0; turn < 60; turn++) await reader.Page.Mouse.WheelAsync(0, turn % 30 < 15 ? -60 : 60);
        await reader.Page.Keyboard.UpAsync("Control");
        await reader.Page.Mouse.DownAsync();
        await reader.Page.Mouse.MoveAsync(box.X + 40, box.Y + 40, new() { Steps = 60 });
        await reader.Page.Mouse.UpAsync();
        var tasks = await reader.Page.EvaluateAsync<double[]>("() => window.__tasks.map(t => t.duration)");
        return new($"pan and zoom of {drawn} claims: tasks over 50 ms", string.Create(CultureInfo.InvariantCulture,
            $"{tasks.Length}, longest {tasks.DefaultIfEmpty(0).Max():0} ms"), null, null, "none");
    }

    private static BrowserNewContextOptions Desk => new() { ViewportSize = new() { Width = 1440, Height = 900 } };

    private static string Kind(string path) => path.StartsWith("/t/", StringComparison.Ordinal) ? "a trace" : path;

    private static string Kilobytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000:0.0} kB");

    private const string Paints = """
        new PerformanceObserver(list => { window.__paint = list.getEntries().at(-1).startTime; })
          .observe({ type: "largest-contentful-paint", buffered: true });
        """;

    private const string LongTasks = """
        () => {
          window.__tasks = [];
          new PerformanceObserver(list => window.__tasks.push(...list.getEntries())).observe({ type: "longtask" });
        }
        """;
}
