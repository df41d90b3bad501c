using VcrPortal.Generation.Pipeline;

namespace VcrPortal.Review;

/// <summary>Ten traces that nobody chose: of all pairs those that reach an end, drawn by a seed.</summary>
internal static class FreshTraces
{
    private const int Wanted = 10;

    public static async Task PrintAsync(
        ITraceGenerator engine, IEnumerable<(string Compound, string Line)> pairs, int seed, TextWriter output)
    {
        var drawn = pairs.ToArray();
        new Random(seed).Shuffle(drawn);
        var found = 0;
        foreach (var (compound, line) in drawn)
        {
            var trace = await ReviewedTrace.AskAsync(engine, compound, line);
            if (!trace.Graph.Actions.Any(a => a.Primitive is { IsTerminal: true })) continue;
            await trace.PrintAsync(output);
            if (++found == Wanted) return;
        }
    }
}
