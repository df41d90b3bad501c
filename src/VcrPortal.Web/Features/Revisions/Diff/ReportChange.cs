using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>A place where a report says something else: the sentences that stood there, and those that stand there now.</summary>
/// <param name="Section">The heading above it; empty before the first one.</param>
public sealed record ReportChange(string Section, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary>Two reports that differ in more than so many sentences on either side are shown as one whole change: the comparison takes
    /// time and memory by the product of both.</summary>
    private const int MostSentences = 2_000;

    public static ImmutableArray<ReportChange> Between(string before, string after)
    {
        var (was, now) = (ReportSentence.Of(before).ToArray(), ReportSentence.Of(after).ToArray());
        var head = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = was.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var (old, fresh) = (was[head..^tail], now[head..^tail]);
        if (old.Length == 0 && fresh.Length == 0) return [];
        return [.. Changes(old, fresh, old.Length > MostSentences || fresh.Length > MostSentences ? [] : Kept(old, fresh))];
    }

    /// <param name="kept">Pairs of sentences that stayed, in order.</param>
    private static IEnumerable<ReportChange> Changes(ReportSentence[] old, ReportSentence[] fresh, IReadOnlyList<(int Old, int Fresh)> kept)
    {
        var (i, j) = (0, 0);
        foreach (var (stopOld, stopFresh) in kept.Append((old.Length, fresh.Length)))
        {
            if (stopOld > i || stopFresh > j)
                yield return new(
                    stopFresh > j ? fresh[j].Section : old[i].Section, [.. old[i..stopOld].Select(s => s.Text)],
                    [.. fresh[j..stopFresh].Select(s => s.Text)]);
            (i, j) = (stopOld + 1, stopFresh + 1);
        }
    }

    /// <summary>The longest row of sentences that stand in both, in the same order.</summary>
    private static List<(int Old, int Fresh)> Kept(ReportSentence[] old, ReportSentence[] fresh)
    {
        var length = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = fresh.Length - 1; j >= 0; j--)
                length[i, j] = old[i] == fresh[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        List<(int, int)> kept = [];
        for (int i = 0, j = 0; i < old.Length && j < fresh.Length;)
            if (old[i] == fresh[j]) kept.Add((i++, j++));
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        return kept;
    }
}
