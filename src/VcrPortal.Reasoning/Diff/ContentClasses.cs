using System.Globalization;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>
/// Numbers the actions of two graphs so that equal numbers mean equal words, then equal words and equal numbers around (the refinement of
/// <see cref="GraphFingerprint"/>, over both graphs at once so that the numbers compare).
/// </summary>
internal static class ContentClasses
{
    /// <summary>The classes at each ring: the words alone first; ends where a ring separates nothing more.</summary>
    public static List<(int[] Before, int[] After)> Of(
        ActionGraph before, HashSet<(string Kind, int Action)>[] around, ActionGraph after, HashSet<(string Kind, int Action)>[] aroundAfter, int mostRings)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rings = new List<(int[] Before, int[] After)> { (Words(before, numbers), Words(after, numbers)) };
        for (var classes = 0; rings.Count <= mostRings && numbers.Count > classes;)
        {
            classes = numbers.Count;
            numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            rings.Add((Refined(rings[^1].Before, around, numbers), Refined(rings[^1].After, aroundAfter, numbers)));
        }
        return rings;
    }

    private static int[] Words(ActionGraph graph, Dictionary<string, int> numbers) => [.. graph.Actions.Select(action => Number(GraphFingerprint.Words(graph, action), numbers))];

    private static int[] Refined(int[] classes, HashSet<(string Kind, int Action)>[] around, Dictionary<string, int> numbers) =>
        [.. classes.Select((own, at) => Number(string.Create(CultureInfo.InvariantCulture,
            $"{own} {string.Join(' ', around[at].Select(n => n.Kind + classes[n.Action].ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal))}"), numbers))];

    private static int Number(string key, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = numbers.Count;
        return number;
    }
}
