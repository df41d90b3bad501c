using System.Collections.Immutable;

namespace VcrPortal.Reasoning.Graph;

/// <summary>The known name that a misspelt one most likely means.</summary>
public static class NearestName
{
    // Longer names are no misspelling of ours; the bound keeps the comparison cheap on hostile text.
    private const int LongestCompared = 64;

    /// <summary>The nearest by edit distance, where that is at most a third of the name; null where none is near. Of several that are
    /// equally near the first. Names that begin otherwise and differ once more are two names: imatinib is not afatinib.</summary>
    public static string? To(string written, IEnumerable<string> known) => AllTo(written, known) is [var first, ..] ? first : null;

    /// <summary>All that are equally near, by the same distance, each once: for whoever must not guess among them.</summary>
    public static ImmutableArray<string> AllTo(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > LongestCompared) return [];
        var (best, distance) = (new List<string>(), Math.Max(1, written.Length / 3));
        var lower = written.ToLowerInvariant();
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - lower.Length) > distance || Distance(lower, name) is var d && d > distance) continue;
            if (d > 1 && name[0] != lower[0]) continue;
            if (d < distance) best.Clear();
            distance = d;
            best.Add(name);
        }
        return [.. best.Distinct()];
    }

    // Optimal string alignment: one letter more, less or other, or two neighbours exchanged, cost one each.
    private static int Distance(string a, string b)
    {
        var (before, row, next) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(next[j - 1], row[j]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = Math.Min(next[j], before[j - 2] + 1);
            }
            (before, row, next) = (row, next, before);
        }
        return row[^1];
    }
}
