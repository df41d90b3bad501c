using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.Bench.Running;

/// <summary>What circuits hold, and how long they take to answer.</summary>
internal static partial class PagesBench
{
    private const int Circuits = 20, Clicks = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The time from the frame that brings a click to the frame that brings what it changes.</summary>
    private static async Task<IEnumerable<Row>> ClicksAsync(Visitor admin, string trace)
    {
        List<Row> rows = [];
        var page = await TracePage.OpenToDiscussAsync(admin, trace);
        await page.Discussion.IsLiveAsync();
        rows.Add(await AnsweredAsync(admin, "Watch", $"{trace}#discussion", page.Discussion.WatchButton));
        rows.Add(await AnsweredAsync(admin, "a column's head in the jobs", "/jobs?show=all",
            admin.Page.GetByRole(AriaRole.Columnheader, new() { NameRegex = new("^Job") }).GetByRole(AriaRole.Button).First));
        rows.Add(await AnsweredAsync(admin, "Tidy up in the editor", trace + "/revise", admin.Page.GetByTestId("tidy")));
        return rows;
    }

    private static async Task<Row> AnsweredAsync(Visitor visitor, string what, string path, ILocator button)
    {
        var frames = new ClickFrames();
        void Note(object? sender, IWebSocket socket)
        {
            socket.FrameSent += (_, frame) => frames.Sent(frame.Binary?.Length ?? 0);
            socket.FrameReceived += (_, frame) => frames.Received(frame.Binary?.Length ?? 0);
        }
        visitor.Page.WebSocket += Note;
        await visitor.Page.GotoAsync("about:blank");
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        visitor.Page.WebSocket -= Note;
        List<TimeSpan> times = [];
        for (var click = 0; click < Clicks; click++)
        {
            frames.Begin();
            await button.ClickAsync();
            for (var look = 0; look < 100 && frames.Took is null; look++) await visitor.Page.WaitForTimeoutAsync(20);
            if (frames.Took is { } took) times.Add(took);
            await visitor.Page.WaitForTimeoutAsync(100); // what else it brings belongs to no later click
        }
        return times.Count == 0 ? Row.Missing($"a click on {what}", "nothing came back", "under 100 ms")
            : new($"a click on {what}, until its answer is sent", $"median {Row.Milliseconds(Stopwatches.Median(times))}, worst of "
                + $"{times.Count} {Row.Milliseconds(times.Max())}", null, null, "under 100 ms");
    }

    /// <summary>The frame that brought a click, and the first one that brought a change: acknowledgements are a few bytes, and the browser
    /// acknowledges each change in turn.</summary>
    private sealed class ClickFrames
    {
        private const int Acknowledgement = 60;
        private readonly Lock _gate = new();
        private long _sent, _received;

        public TimeSpan? Took
        {
            get { lock (_gate) return _received == 0 ? null : Stopwatch.GetElapsedTime(_sent, _received); }
        }

        public void Begin()
        {
            lock (_gate) (_sent, _received) = (0, 0);
        }

        public void Sent(int bytes)
        {
            lock (_gate) if (_sent == 0 && bytes > Acknowledgement) _sent = Stopwatch.GetTimestamp();
        }

        public void Received(int bytes)
        {
            lock (_gate) if (_sent != 0 && _received == 0 && bytes > Acknowledgement) _received = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>A failed script's own word, out of the place and the stack that Node writes around it.</summary>
    private static string WhyOf(string errors) =>
        errors.Split('\n').FirstOrDefault(line => line.StartsWith("Error: ", StringComparison.Ordinal)) ?? "it was ended by force";

    private static async Task<IEnumerable<Row>> HeapsAsync(PortalProcess portal, string probe, string trace)
    {
        if (NodeScript.WhyMissing is { } why) return [Row.Missing("live memory of a circuit", why, "")];
        List<Row> rows = [];
        foreach (var (kind, path, target) in new[]
        {
            ("a trace with its discussion", trace, "at most 100 kB"), ("the jobs in a grid", "/jobs?show=all", "at most 1500 kB"),
            ("the inbox", "/inbox", "at most 1500 kB"),
            ("the editor of a graph", trace + "/revise", "at most 3000 kB"),
            ("a graph on a board", trace + "/board", "at most 3000 kB"),
        })
        {
            var (exitCode, output, errors) = await NodeScript.RunAsync(Patience, Path.Combine("bench", "talk.mjs"),
                ["idle", portal.Address.ToString(), path, probe, Circuits.ToString(CultureInfo.InvariantCulture), $"idle-{rows.Count}"]);
            if (exitCode != 0)
            {
                rows.Add(Row.Missing($"live memory of a circuit: {kind}", WhyOf(errors), target));
                continue;
            }
            var live = JsonElement.Parse(output);
            rows.Add(new($"live memory of a circuit: {kind} ({Circuits} circuits)",
                Kilobytes((live.GetProperty("after").GetInt64() - live.GetProperty("before").GetInt64()) / (double)Circuits), null, null,
                target));
        }
        return rows;
    }
}
