using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Import;

namespace VcrPortal.Bench.Browse;

/// <summary>Taking a corpus in, read, repaired and indexed but not judged, beside the bare inserts of the rows that come of it.</summary>
internal static class BrowseImport
{
    /// <summary>As many traces as Tahoe-100M has pairs, or as <c>VCR_BENCH_TRACES</c> says.</summary>
    private static int Imported => BrowseBench.Size("VCR_BENCH_TRACES", 18_950);

    /// <param name="traces">That there are to be in the end; null: those that are measured.</param>
    public static async Task<Row> MeasureAsync(WebApplication portal, KnowledgeBase known, string folder, string name, int? traces = null)
    {
        var import = portal.Services.GetRequiredService<ImportTraces>();
        var (file, rest) = (Path.Combine(folder, "traces.jsonl"), Path.Combine(folder, "rest.jsonl"));
        var written = BrowseCorpus.Write(file, known, Imported);
        var (clock, used, paused) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
        await TakeAsync(import, file, written);
        var ours = clock.Elapsed;
        await Console.Error.WriteLineAsync(
            $"import: {Seconds(ours)}, of the processors {Seconds(Environment.CpuUsage.TotalTime - used)}, paused for the collector "
            + Seconds(GC.GetTotalPauseDuration() - paused));
        used = Environment.CpuUsage.TotalTime;
        var theirs = await RawInserts.CopyAsync(portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), folder);
        await Console.Error.WriteLineAsync(
            $"inserts by hand: {theirs}, of the processors, with reading the rows, {Seconds(Environment.CpuUsage.TotalTime - used)}");
        // The rest has other explanations.
        if (traces > written) await TakeAsync(import, rest, BrowseCorpus.Write(rest, known, traces.Value - written, shift: 1));
        return new(
            $"import of {Count(written)} traces, {name}", Seconds(ours),
            theirs is { } raw ? $"the same rows inserted by hand {Seconds(raw)}" : null,
            theirs is { } byHand ? Row.Times(ours / byHand) : null, "at most 2x");
    }

    private static async Task TakeAsync(ImportTraces import, string file, int written)
    {
        var done = await import.RunAsync(
            new TraceFileToImport(file, Path.GetFileName(file), Checks: false), new Caller("bench", PortalRole.Editor), _ => { }, default);
        if (done is not ImportTracesOutcome.Done { Counts: { Lost: 0 } counts } || counts.Added != written)
            throw new InvalidOperationException($"Of {written} traces not all were taken in: {done}");
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
