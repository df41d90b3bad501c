using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>
/// The six scores of VCR-Agent's own evaluation code, for comparison with its numbers; formulas as described in docs/format.md.
/// They judge text by patterns and have known blind spots (an empty DAG is well formed, ids need not be unique, nodes are compared by id):
/// <see cref="Graph.ActionGraph.Problems"/> is the judgement to act on. All are between 0 and 1.
/// </summary>
/// <param name="PrimitiveValidity">Share of the primitive names at line starts of the explain block that the vocabulary knows; 0 without
/// any.</param>
/// <param name="SchemaValidity">1 where the raw answer has all four tags, each closed, in lower case; null where no answer was
/// kept.</param>
/// <param name="IdCoherence">1 where every line after the first has an id, as counted, and the DAG names no other.</param>
/// <param name="DagWellFormed">1 where the edges of the DAG block form no cycle; an empty one counts as well formed.</param>
/// <param name="EdgeF1">F1 over triples of source id, target id and relation, to four decimals; 0 where none is shared; null without a
/// reference.</param>
/// <param name="PrimitiveF1">F1 over the primitive names as multisets, to four decimals; 0 where none is shared; null without a
/// reference.</param>
public sealed record ReferenceScores(
    double PrimitiveValidity, double? SchemaValidity, double IdCoherence, double DagWellFormed, double? EdgeF1, double? PrimitiveF1)
{
    private static readonly (string Open, string Close)[] Tags =
        [("<think>", "</think>"), ("<answer>", "</answer>"), ("<explain>", "</explain>"), ("<dag>", "</dag>")];

    /// <param name="reference">The trace that counts as right, or null.</param>
    public static ReferenceScores Compute(WrittenTrace trace, WrittenTrace? reference = null, PrimitiveVocabulary? vocabulary = null)
    {
        vocabulary ??= PrimitiveVocabulary.Vcr20;
        var numbers = new IdNumbers();
        var isCoherent = IsCoherent(trace, numbers);
        var (names, edges) = (ReferenceNames.From(trace.Explain, vocabulary), ReferenceEdges.From(trace.Dag, numbers));
        return new(
            names.ShareKnown,
            trace.Answer is { } answer ? HasAllTags(answer) ? 1 : 0 : null,
            isCoherent ? 1 : 0,
            edges.AreAcyclic() ? 1 : 0,
            reference is null ? null : Math.Round(edges.F1(ReferenceEdges.From(reference.Dag, numbers)), 4),
            reference is null ? null : Math.Round(names.F1(ReferenceNames.From(reference.Explain, vocabulary)), 4));
    }

    /// <summary>The plain mean of each score over those that have it; null for a score that none has. Null for none at all.</summary>
    public static ReferenceScores? Mean(IReadOnlyCollection<ReferenceScores> scores) => scores.Count == 0 ? null : new(
        scores.Average(s => s.PrimitiveValidity), scores.Average(s => s.SchemaValidity), scores.Average(s => s.IdCoherence),
        scores.Average(s => s.DagWellFormed), scores.Average(s => s.EdgeF1), scores.Average(s => s.PrimitiveF1));

    internal static double F1(int shared, int found, int expected) => shared == 0 ? 0 : 2.0 * shared / (found + expected);

    private static bool HasAllTags(string answer)
    {
        foreach (var (open, close) in Tags)
        {
            var start = answer.IndexOf(open, StringComparison.Ordinal);
            if (start < 0 || answer.IndexOf(close, start, StringComparison.Ordinal) < 0) return false;
        }
        return true;
    }

    // Numbers are fresh: an id that only the dag names gets one beyond those of the lines.
    private static bool IsCoherent(WrittenTrace trace, IdNumbers numbers)
    {
        var firstEnd = trace.Explain.IndexOf('\n');
        var lines = firstEnd < 0 ? default : trace.Explain.AsSpan(firstEnd + 1);
        var (found, tokens) = (new List<TextPiece>(ReferencePatterns.UsualLines), new List<TextPiece>(4 * ReferencePatterns.UsualLines));
        ReferencePatterns.AddIds(lines, found);
        if (found.Count != (firstEnd < 0 ? 0 : lines.Count('\n') + 1)) return false;
        ReferencePatterns.AddTokens(trace.Dag, tokens);
        foreach (var id in found) numbers.NumberOf(id.In(lines));
        var known = numbers.Count;
        foreach (var token in tokens) numbers.NumberOf(token.In(trace.Dag));
        return numbers.Count == known;
    }
}
