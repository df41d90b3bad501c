using System.Diagnostics;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Bench.Browse;

/// <summary>What is offered while somebody types.</summary>
internal static class BrowseSuggestions
{
    public static Row Measure(SuggestSearch suggest)
    {
        string[] typed =
        [
            "b", "bi", "bini", "binimetinib c", "MEK", "MEK inh", "BRAF V6", "melanoma ME", "hop", "a-3", "a 3", "tra", "apop", "KRAS G",
            "binimetnib", "zzzz", "mapk", "CDKN2A d", "what does bin", "lung",
        ];
        foreach (var text in typed) suggest.Run(text);
        var times = new List<TimeSpan>();
        for (var round = 0; round < InTurns.Rounds; round++)
            foreach (var text in typed)
            {
                var start = Stopwatch.GetTimestamp();
                suggest.Run(text);
                times.Add(Stopwatch.GetElapsedTime(start));
            }
        return new(
            $"suggestions for {typed.Length} beginnings, all of Tahoe-100M's names", InTurns.Percentile(times), null, null,
            "95% under 30 ms");
    }
}
