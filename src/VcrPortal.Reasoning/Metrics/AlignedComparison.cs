using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Metrics;

/// <summary>Two actions that stand for each other, and how alike they are: above 0, up to 1.</summary>
public sealed record AlignedPair(ActionNode One, ActionNode Other, double Likeness);

/// <summary>
/// Compares two explanations by what their actions say, not by ids. Actions are aligned by maximum-weight bipartite matching; likeness is
/// one half for the same primitive and one half for the arguments that it requires: the mean over them of the shared texts (Jaccard,
/// normalised). Actions of different primitives are not alike.
/// </summary>
/// <param name="NodeF1">Twice the likeness of all pairs over the number of actions of both; 1 for two empty graphs.</param>
/// <param name="EdgeF1">
/// Twice the edges whose ends are aligned to the ends of an edge of the same relation, over the distinct edges of both; 1 where neither has
/// any.
/// Edges to undeclared ids are left out.
/// </param>
public sealed record AlignedComparison(ImmutableArray<AlignedPair> Pairs, double NodeF1, double EdgeF1)
{
    /// <summary>Beyond so many actions in either graph there is no comparison: it takes time with the third power.</summary>
    public const int MostActions = 1_000;

    /// <summary>Null where either graph has more than <see cref="MostActions"/> actions.</summary>
    public static AlignedComparison? Between(ActionGraph one, ActionGraph other)
    {
        if (one.Actions.Length > MostActions || other.Actions.Length > MostActions) return null;
        var weights = Weights(one, other);
        var partners = BipartiteMatching.Maximum(weights);
        var pairs = partners.Index().Where(p => p.Item >= 0)
            .Select(p => new AlignedPair(one.Actions[p.Index], other.Actions[p.Item], weights[p.Index, p.Item]));
        var (edges, otherEdges) = (Edges(one), Edges(other));
        var shared = edges.Count(
            e => partners[e.Source] >= 0 && partners[e.Target] >= 0
            && otherEdges.Contains((partners[e.Source], partners[e.Target], e.Relation)));
        ImmutableArray<AlignedPair> aligned = [.. pairs];
        return new(
            aligned, F1(aligned.Sum(p => p.Likeness), one.Actions.Length + other.Actions.Length),
            F1(shared, edges.Count + otherEdges.Count));
    }

    private static double F1(double shared, int both) => both == 0 ? 1 : 2 * shared / both;

    private static double[,] Weights(ActionGraph one, ActionGraph other)
    {
        var (said, otherSaid) = (one.Actions.Select(Said).ToList(), other.Actions.Select(Said).ToList());
        var weights = new double[said.Count, otherSaid.Count];
        for (var row = 0; row < said.Count; row++)
            for (var column = 0; column < otherSaid.Count; column++)
                if (one.Actions[row].Name == other.Actions[column].Name) weights[row, column] = Likeness(said[row], otherSaid[column]);
        return weights;
    }

    private static double Likeness(Dictionary<string, HashSet<string>> one, Dictionary<string, HashSet<string>> other)
    {
        var names = one.Keys.Union(other.Keys).ToList();
        return names.Count == 0 ? 1
            : 0.5 + 0.5 * names.Average(name => one.TryGetValue(name, out var a) && other.TryGetValue(name, out var b) ? Jaccard(a, b) : 0);
    }

    private static double Jaccard(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return one.Count + other.Count == 0 ? 1 : (double)shared / (one.Count + other.Count - shared);
    }

    // Every argument of an action without a known primitive counts.
    private static Dictionary<string, HashSet<string>> Said(ActionNode action) => action.Arguments
        .Where(a => a.Name != "id"
            && (action.Primitive is null || action.Primitive.Argument(a.Name) is { Required: true, Kind: not ArgumentKind.ActionId }))
        .GroupBy(a => a.Name).ToDictionary(a => a.Key, a => a.SelectMany(v => v.Value.Texts).Select(SaidWords.Normalised).ToHashSet());

    private static HashSet<(int Source, int Target, CausalRelation Relation)> Edges(ActionGraph graph) =>
        [.. graph.Edges.Select(e => (graph.Index.Position(e.Source), graph.Index.Position(e.Target), e.Relation))
            .Where(e => e.Item1 >= 0 && e.Item2 >= 0)];
}
