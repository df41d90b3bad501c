using System.Text.RegularExpressions;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>
/// The scores of VCR-Agent's own evaluation code, for comparison with its numbers; formulas as described in reference/vcr-agent.md §6.1.
/// They judge text by patterns and have known blind spots (an empty DAG is well formed, ids need not be unique, nodes are compared by id):
/// <see cref="Graph.ActionGraph.Problems"/> is the judgement to act on. All are between 0 and 1.
/// </summary>
public static partial class ReferenceScores
{
    /// <summary>Share of the primitive names at line starts of the explain block that the vocabulary knows; 0 without any.</summary>
    public static double PrimitiveValidity(string explain, PrimitiveVocabulary vocabulary)
    {
        var names = PrimitiveNames(explain);
        return names.Count == 0 ? 0 : (double)names.Count(name => vocabulary.Find(name) is not null) / names.Count;
    }

    /// <summary>1 where the raw answer has all four tags, each closed, in lower case.</summary>
    public static double SchemaValidity(string answer) =>
        ((string[])["think", "answer", "explain", "dag"]).All(tag => answer.IndexOf($"<{tag}>", StringComparison.Ordinal) is var start and >= 0
            && answer.IndexOf($"</{tag}>", start, StringComparison.Ordinal) >= 0) ? 1 : 0;

    /// <summary>1 where every line after the first has an id, as counted, and the DAG names no other.</summary>
    public static double IdCoherence(string explain, string dag)
    {
        var lines = explain.Split('\n').Skip(1).ToList();
        var ids = IdArgument().Matches(string.Join('\n', lines)).Select(m => m.Groups[1].Value).ToList();
        return ids.Count == lines.Count && IdToken().Matches(dag).All(m => ids.Contains(m.Value)) ? 1 : 0;
    }

    /// <summary>1 where the edges of the DAG block form no cycle; an empty one counts as well formed.</summary>
    public static double DagWellFormed(string dag)
    {
        var children = Edges(dag).ToLookup(edge => edge.Key.Source, edge => edge.Key.Target);
        var incoming = children.SelectMany(c => c).CountBy(target => target).ToDictionary();
        var open = new Queue<string>(children.Select(c => c.Key).Where(source => !incoming.ContainsKey(source)));
        var left = incoming.Count;
        while (open.TryDequeue(out var at))
            foreach (var child in children[at])
                if (--incoming[child] == 0)
                {
                    left--;
                    open.Enqueue(child);
                }
        return left == 0 ? 1 : 0;
    }

    /// <summary>F1 over triples of source id, target id and relation, to four decimals; 0 where none is shared.</summary>
    public static double EdgeF1(string dag, string reference)
    {
        var (found, expected) = (Triples(dag), Triples(reference));
        return Math.Round(F1(found.Count(expected.Contains), found.Count, expected.Count), 4);
    }

    /// <summary>F1 over the primitive names as multisets; 0 where none is shared.</summary>
    public static double PrimitiveF1(string explain, string reference)
    {
        var (found, expected) = (PrimitiveNames(explain), PrimitiveNames(reference));
        var counts = expected.CountBy(name => name).ToDictionary();
        var shared = found.CountBy(name => name).Sum(name => Math.Min(name.Value, counts.GetValueOrDefault(name.Key)));
        return F1(shared, found.Count, expected.Count);
    }

    private static double F1(int shared, int found, int expected) => shared == 0 ? 0 : 2.0 * shared / (found + expected);

    private static List<string> PrimitiveNames(string explain) => [.. PrimitiveAtLineStart().Matches(explain).Select(m => m.Groups[1].Value)];

    private static HashSet<(string, string, string)> Triples(string dag) => [.. Edges(dag).Select(e => (e.Key.Source, e.Key.Target, e.Value))];

    // One edge for a pair: the last one written.
    private static Dictionary<(string Source, string Target), string> Edges(string dag)
    {
        var edges = new Dictionary<(string, string), string>();
        foreach (Match edge in EdgeCall().Matches(dag)) edges[(edge.Groups[1].Value, edge.Groups[2].Value)] = edge.Groups[3].Value;
        return edges;
    }

    [GeneratedRegex(@"^[ \t]*([A-Za-z_]\w*)[ \t]*\(", RegexOptions.Multiline)]
    private static partial Regex PrimitiveAtLineStart();

    [GeneratedRegex("""edge\("(n\d+)",\s*"(n\d+)",\s*relation="(\w+)"\)""")]
    private static partial Regex EdgeCall();

    [GeneratedRegex("""\bid=["'](n\d+)["']""")]
    private static partial Regex IdArgument();

    [GeneratedRegex(@"\bn\d+\b")]
    private static partial Regex IdToken();
}
