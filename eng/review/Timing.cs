using System.Globalization;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Review;

/// <summary>CPU time of whole explanations over the installed knowledge: every 25th measured pair, without a database and without
/// expression tables.</summary>
internal static class Timing
{
    private const int Every = 25;

    public static async Task PrintAsync(InstalledKnowledge knowledge, TextWriter output)
    {
        var engine = GraphPipeline.Over(knowledge);
        var pairs = (
            from compound in knowledge.Base.Compounds from line in Coverage.MeasuredLines(knowledge.Snapshot!) select (compound.Name, line))
            .Where((_, i) => i % Every == 0).ToList();
        foreach (var (compound, line) in pairs) await ReviewedTrace.AskAsync(engine, compound, line); // warm
        var times = new List<double>(pairs.Count);
        var allocated = GC.GetTotalAllocatedBytes();
        foreach (var (compound, line) in pairs)
        {
            var before = Environment.CpuUsage.TotalTime;
            await ReviewedTrace.AskAsync(engine, compound, line);
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        times.Sort();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{pairs.Count} pairs: mean {times.Average():0.00} ms of CPU, median {times[times.Count / 2]:0.00} ms, slowest "
            + $"{times[^1]:0.0} ms, {allocated / pairs.Count / 1024:N0} kB allocated each"));
    }
}
