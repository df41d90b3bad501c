using System.Numerics;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>
/// Classes of the actions of two graphs: equal numbers mean equal words, then equal words and equal numbers around (the refinement of
/// <see cref="GraphFingerprint"/>, over both graphs at once). Beyond the words the numbers are 64-bit hashes: a collision costs a diff that
/// is longer than it need be, never a wrong one, for every diff is checked.
/// </summary>
internal static class ContentClasses
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>The classes at each ring: the words alone first; ends where a ring separates nothing more.</summary>
    public static List<(ulong[] Before, ulong[] After)> Build(
        ActionGraph before, Surroundings around, ActionGraph after, Surroundings aroundAfter, int mostRings)
    {
        var numbers = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var rings = new List<(ulong[] Before, ulong[] After)> { (Words(before, numbers), Words(after, numbers)) };
        for (var (classes, more) = (Count(rings[0]), true); more && rings.Count <= mostRings;)
        {
            rings.Add((Refined(rings[^1].Before, around), Refined(rings[^1].After, aroundAfter)));
            var refined = Count(rings[^1]);
            (classes, more) = (refined, refined > classes);
        }
        return rings;
    }

    private static int Count((ulong[] Before, ulong[] After) ring) => ring.Before.Concat(ring.After).Distinct().Count();

    private static ulong[] Words(ActionGraph graph, Dictionary<string, ulong> numbers) =>
        [.. graph.Actions.Select(action => Number(SaidWords.In(graph, action), numbers))];

    // A sum, for neighbours have no order.
    private static ulong[] Refined(ulong[] classes, Surroundings around)
    {
        var refined = new ulong[classes.Length];
        for (var at = 0; at < classes.Length; at++)
        {
            var sum = 0UL;
            foreach (var (kind, action) in around[at]) sum += Mix(classes[action] + Mix((ulong)kind));
            refined[at] = Mix(classes[at] + Mix(sum));
        }
        return refined;
    }

    private static ulong Mix(ulong value)
    {
        value = (value + Odd) * 0xBF58476D1CE4E5B9;
        value = (value ^ BitOperations.RotateRight(value, 29)) * 0x94D049BB133111EB;
        return value ^ (value >> 32);
    }

    private static ulong Number(string key, Dictionary<string, ulong> numbers)
    {
        if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = (ulong)numbers.Count + 1;
        return number;
    }
}
