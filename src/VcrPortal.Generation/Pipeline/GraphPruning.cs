using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline;

/// <summary>Takes claims out of a graph and leaves it whole.</summary>
internal static class GraphPruning
{
    /// <summary>An action that is left without genes goes, and its neighbours are joined around it.</summary>
    public static ActionGraph WithoutGenes(ActionGraph graph, IEnumerable<Claim> genes) =>
        genes.GroupBy(c => c.Action).Aggregate(graph, (g, byAction) => WithoutGenes(g, byAction.Key, [.. byAction.Select(c => c.Member!)]));

    /// <summary>Nothing is joined: what rested on an action that goes must go too, or stand on something else.</summary>
    public static ActionGraph Without(ActionGraph graph, ImmutableHashSet<NodeId> actions, ImmutableHashSet<CausalEdge> edges) =>
        actions.IsEmpty && edges.IsEmpty ? graph : new(
            graph.Vocabulary, graph.Context, [.. graph.Actions.Where(a => a.Id is not { } id || !actions.Contains(id))],
            [.. graph.Edges.Where(e => !edges.Contains(e) && !actions.Contains(e.Source) && !actions.Contains(e.Target))]);

    private static ActionGraph WithoutGenes(ActionGraph graph, NodeId id, HashSet<string> genes)
    {
        var action = graph.Find(id)!;
        ImmutableArray<string> left = [.. action["gene_list"]!.Texts.Where(g => !genes.Contains(g))];
        if (left.IsEmpty) return WithoutAction(graph, id);
        var changed = action with
        {
            Arguments = [.. action.Arguments.Select(a => a.Name == "gene_list" ? a with { Value = new ArgumentValue.List(left) } : a)]
        };
        return new(graph.Vocabulary, graph.Context, [.. graph.Actions.Select(a => a.Id == id ? changed : a)], graph.Edges);
    }

    /// <summary>Parents of the removed action enable its children; causal only where both edges were.</summary>
    public static ActionGraph WithoutAction(ActionGraph graph, NodeId id)
    {
        var kept = graph.Edges.Where(e => e.Source != id && e.Target != id).ToList();
        foreach (var into in graph.Edges.Where(e => e.Target == id))
            foreach (var outOf in graph.Edges.Where(e => e.Source == id))
            {
                var relation = into.Relation == CausalRelation.Causal && outOf.Relation == CausalRelation.Causal ? CausalRelation.Causal
                    : CausalRelation.Correlative;
                if (into.Source != outOf.Target && !kept.Any(e => e.Source == into.Source && e.Target == outOf.Target)) kept.Add(
                    new(into.Source, outOf.Target, relation));
            }
        return new(graph.Vocabulary, graph.Context, [.. graph.Actions.Where(a => a.Id != id)], [.. kept]);
    }
}
