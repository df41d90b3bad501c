using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Verification;

/// <summary>What a graph comes to: its end, one way from a cause to it, and the claim on the way to it that is least supported.</summary>
/// <param name="End">The deepest phenotype, else the deepest claim that can be measured as an end, else the deepest claim.</param>
/// <param name="Path">The shortest way from a root to the end, the end last; without the context. It begins at what the perturbation
/// does where a way begins there: an alteration that the cell has anyway is no effect of it.</param>
/// <param name="Weakest">The claim that is supported least, among the end and all claims that lead to it; where several are, the one
/// nearest to the cause. Null when each of them is supported alike. An alteration that the cell has anyway, and that only goes with a step,
/// leads nowhere.</param>
public sealed record Conclusion(ActionNode End, ImmutableArray<ActionNode> Path, ActionNode? Weakest)
{
    /// <summary>Claims that are supported as little as <see cref="Weakest"/>, itself among them; 0 where there is none.</summary>
    public int AlikeWeak { get; private init; }

    /// <summary>The end is something that can be measured, not a step on the way.</summary>
    public bool IsReached => End.Primitive?.IsTerminal == true;

    /// <param name="support">How well a claim is supported: the greater, the better. Only the order counts.</param>
    /// <returns>Null for a graph without claims that have ids.</returns>
    public static Conclusion? Find(ActionGraph graph, Func<NodeId, int> support)
    {
        if (EndOf(graph) is not { Id: { } id } end) return null;
        var way = graph.PathFromRoot(id, root => root.Kind != ClaimKind.ProteinFunction && !root.IsContext);
        if (way.IsEmpty) way = graph.PathFromRoot(id);
        ImmutableArray<ActionNode> path = [.. way.Select(graph.Find).OfType<ActionNode>().Where(n => !n.IsContext)];
        var steps = StepsTo(graph, id);
        var least = steps.Min(support);
        var weak = steps.Where(n => support(n) == least).ToList();
        var weakest = weak.Count < steps.Count || steps.Count == 1 ? graph.Find(weak.MinBy(graph.Depth)) : null;
        return new(end, path.IsEmpty ? [end] : path, weakest) { AlikeWeak = weakest is null ? 0 : weak.Count };
    }

    private static List<NodeId> StepsTo(ActionGraph graph, NodeId end)
    {
        var causal = new ActionGraph(
            graph.Vocabulary, graph.Context, graph.Actions, [.. graph.Edges.Where(e => e.Relation == CausalRelation.Causal)]);
        return [.. causal.Ancestors(end).Append(end).Distinct().Where(n => graph.Find(n) is { IsContext: false })];
    }

    private static ActionNode? EndOf(ActionGraph graph) =>
        graph.Actions.Where(a => a.Id is not null)
            .OrderByDescending(a => a["phenotype"] is not null).ThenByDescending(a => a.Primitive?.IsTerminal == true)
            .ThenByDescending(a => graph.Depth(a.Id!.Value)).FirstOrDefault();
}
