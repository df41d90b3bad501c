using System.Collections.Immutable;
using System.Diagnostics;

namespace VcrPortal.Bench.Browse;

/// <summary>The times of each search: ours, and those of the statement by hand, which ran in turns with it.</summary>
internal sealed record InTurns(IReadOnlyList<IReadOnlyList<TimeSpan>> Ours, IReadOnlyList<IReadOnlyList<TimeSpan>> ByHand)
{
    public const int Rounds = 12;
    private const int WarmUps = 2;

    public static async Task<InTurns> MeasureAsync(
        ImmutableArray<BrowseSearch> searches, Func<BrowseSearch, Task> ours, Action<BrowseSearch> byHand)
    {
        var times = (Ours: new List<List<TimeSpan>>(), ByHand: new List<List<TimeSpan>>());
        foreach (var asked in searches)
        {
            var (mine, theirs) = (new List<TimeSpan>(), new List<TimeSpan>());
            for (var round = -WarmUps; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await ours(asked);
                var took = Stopwatch.GetElapsedTime(start);
                start = Stopwatch.GetTimestamp();
                byHand(asked);
                var hand = Stopwatch.GetElapsedTime(start);
                if (round < 0) continue;
                mine.Add(took);
                theirs.Add(hand);
            }
            times.Ours.Add(mine);
            times.ByHand.Add(theirs);
            await Console.Error.WriteLineAsync(
                $"{asked.What}: {Row.Milliseconds(Stopwatches.Median(mine))}, by hand {Row.Milliseconds(Stopwatches.Median(theirs))}");
        }
        return new(times.Ours, times.ByHand);
    }

    public Row ToRow(string what, string target, string remark) => new(
        what, Percentile([.. Ours.SelectMany(t => t)]), $"by hand {Percentile([.. ByHand.SelectMany(t => t)])}",
        Row.Times(Sum(Ours) / Sum(ByHand)), target, remark);

    public static string Percentile(IReadOnlyCollection<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return $"median {Row.Milliseconds(sorted[sorted.Count / 2])}, 95% {Row.Milliseconds(sorted[sorted.Count * 95 / 100])}";
    }

    private static TimeSpan Sum(IReadOnlyList<IReadOnlyList<TimeSpan>> times) =>
        times.Aggregate(TimeSpan.Zero, (sum, t) => sum + Stopwatches.Median(t));
}
