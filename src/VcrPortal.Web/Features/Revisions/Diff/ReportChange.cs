using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>A place where a report says something else: the sentences that stood there, and those that stand there now, as a reader sees
/// them, without the marks of Markdown.</summary>
/// <param name="Section">The heading above it; empty before the first one.</param>
public sealed partial record ReportChange(string Section, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary>Two reports that differ in more than so many sentences on either side are shown as one whole change: the comparison takes
    /// time and memory by the product of both.</summary>
    private const int MostSentences = 2_000;

    /// <summary>Sentences are kept whole: a reader judges a statement, not a word of it. Where nothing but marks changed, as when a word
    /// became bold, the sentences are told with their marks.</summary>
    public static ImmutableArray<ReportChange> Between(string before, string after) =>
        Between(Sentences(before, isPlain: true), Sentences(after, isPlain: true)) is { IsEmpty: false } changes ? changes
            : Between(Sentences(before, isPlain: false), Sentences(after, isPlain: false));

    private static ImmutableArray<ReportChange> Between(Sentence[] was, Sentence[] now)
    {
        var head = was.Zip(now).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count();
        var tail = was.Skip(head).Reverse().Zip(now.Skip(head).Reverse()).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count();
        var (old, fresh) = (was[head..^tail], now[head..^tail]);
        if (old.Length == 0 && fresh.Length == 0) return [];
        return [.. Changes(old, fresh, old.Length > MostSentences || fresh.Length > MostSentences ? [] : Kept(old, fresh))];
    }

    /// <param name="kept">Pairs of sentences that stayed, in order.</param>
    private static IEnumerable<ReportChange> Changes(Sentence[] old, Sentence[] fresh, IReadOnlyList<(int Old, int Fresh)> kept)
    {
        var (i, j) = (0, 0);
        foreach (var (stopOld, stopFresh) in kept.Append((old.Length, fresh.Length)))
        {
            if (stopOld > i || stopFresh > j)
                foreach (var change in BySection(old[i..stopOld], fresh[j..stopFresh])) yield return change;
            (i, j) = (stopOld + 1, stopFresh + 1);
        }
    }

    /// <summary>One change for each section; a section whose heading changed too is one.</summary>
    private static IEnumerable<ReportChange> BySection(Sentence[] old, Sentence[] fresh)
    {
        var (was, now) = (old.Select(s => s.Section).Distinct().ToList(), fresh.Select(s => s.Section).Distinct().ToList());
        if (was.Count <= 1 && now.Count <= 1) return [From(now.Concat(was).First(), old, fresh)];
        return now.Union(was).Select(section =>
            From(section, [.. old.Where(s => s.Section == section)], [.. fresh.Where(s => s.Section == section)]));
    }

    /// <summary>The heading stands above the change already: among its sentences it is told only where it is what changed.</summary>
    private static ReportChange From(string section, Sentence[] old, Sentence[] fresh)
    {
        ImmutableArray<string> Told(Sentence[] sentences) =>
            [.. sentences.Where(s => !s.IsHeading || s.Text != section || sentences.Length == 1).Select(s => s.Text)];
        return new(section, Told(old), Told(fresh));
    }

    /// <summary>The longest row of sentences that stand in both, in the same order.</summary>
    private static List<(int Old, int Fresh)> Kept(Sentence[] old, Sentence[] fresh)
    {
        var length = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = fresh.Length - 1; j >= 0; j--)
                length[i, j] = old[i].Text == fresh[j].Text ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        List<(int, int)> kept = [];
        for (int i = 0, j = 0; i < old.Length && j < fresh.Length;)
            if (old[i].Text == fresh[j].Text) kept.Add((i++, j++));
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        return kept;
    }

    private static Sentence[] Sentences(string report, bool isPlain)
    {
        var section = "";
        List<Sentence> sentences = [];
        foreach (var line in report.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isHeading = line.StartsWith('#');
            if (isHeading) section = Markdig.Markdown.ToPlainText(line).Trim();
            var text = isPlain ? Markdig.Markdown.ToPlainText(line).Trim() : line;
            if (text.Length == 0) continue; // a line of a table, or a rule
            if (isHeading) sentences.Add(new(section, text, IsHeading: true));
            else sentences.AddRange(Ends().Split(text).Select(sentence => new Sentence(section, sentence, IsHeading: false)));
        }
        return [.. sentences];
    }

    [GeneratedRegex(@"(?<=[.!?]\*{0,2})\s+(?=[\p{Lu}\p{Lt}\*\[])")]
    private static partial Regex Ends();

    private readonly record struct Sentence(string Section, string Text, bool IsHeading);
}
