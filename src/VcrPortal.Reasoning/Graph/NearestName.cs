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
        Span<int> rows = stackalloc int[3 * (LongestCompared + LongestCompared / 3 + 2)];
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - lower.Length) > distance || Distance(lower, name, distance, rows) is var d && d > distance) continue;
            if (d > 1 && name[0] != lower[0]) continue;
            if (d < distance) best.Clear();
            distance = d;
            best.Add(name);
        }
        return [.. best.Distinct()];
    }

    /// <summary>Optimal string alignment: one letter more, less or other, or two neighbours exchanged, cost one each. What is further apart
    /// than asked for is not followed: of tens of thousands of names nearly all are left after two letters.</summary>
    /// <param name="rows">To count in, three times a name and one more.</param>
    private static int Distance(string a, string b, int most, Span<int> rows)
    {
        const int far = int.MaxValue / 2;
        var width = b.Length + 1;
        var (before, row, next) = (0, width, 2 * width);
        for (var j = 0; j < width; j++) rows[row + j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            // Only this far from the diagonal; what lies beside it is read by the row that follows.
            var (first, last) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            var least = rows[next + first - 1] = first == 1 ? i : far;
            if (last < b.Length) rows[next + last + 1] = far;
            for (var j = first; j <= last; j++)
            {
                var cost = Math.Min(
                    rows[row + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(rows[next + j - 1], rows[row + j]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, rows[before + j - 2] + 1);
                rows[next + j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > most) return far;
            (before, row, next) = (row, next, before);
        }
        return rows[row + b.Length];
    }
}
