using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Verification;

/// <summary>A claim that a refuted one before it explains.</summary>
/// <param name="Roots">The refuted actions that lead to it and that no other refuted one leads to.</param>
/// <param name="IsRefuted">It is refuted itself; else it only loses all support.</param>
public sealed record Consequence(NodeId Action, ImmutableArray<NodeId> Roots, bool IsRefuted);

/// <summary>
/// What is refuted in a graph, causes apart from consequences: a refuted action with no refuted action among its causes is a root; what is
/// refuted after one, or loses all support when the roots and the refuted edges are taken away, is a consequence. Only independent verdicts
/// count, and only causal edges carry them on.
/// </summary>
/// <param name="Roots">In written order.</param>
/// <param name="Edges">Causal edges that are refuted.</param>
/// <param name="Consequences">In written order.</param>
public sealed record RootCauses(ImmutableArray<NodeId> Roots, ImmutableArray<CausalEdge> Edges, ImmutableArray<Consequence> Consequences)
{
    public static RootCauses Find(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var refuted = verdicts.Where(v => v is { Kind: VerdictKind.Refuted, IsIndependent: true }).ToList();
        if (refuted.Count == 0) return new([], [], []);
        var causal = new ActionGraph(
            graph.Vocabulary, graph.Context, graph.Actions, [.. graph.Edges.Where(e => e.Relation == CausalRelation.Causal)]);
        var touched = refuted.Where(v => v.Claim.EdgeTarget is null && graph.Actions.Any(a => a.Id == v.Claim.Action))
            .Select(v => v.Claim.Action).ToHashSet();
        var whole = touched.Where(id => IsWhollyRefuted(graph.Find(id)!, verdicts)).ToHashSet();
        ImmutableArray<NodeId> written = [.. graph.Actions.Select(a => a.Id).OfType<NodeId>().Distinct()];
        ImmutableArray<NodeId> roots = [.. written.Where(id => touched.Contains(id) && !causal.Ancestors(id).Any(whole.Contains))];
        ImmutableArray<CausalEdge> edges =
            [.. causal.Edges.Where(e => refuted.Any(v => v.Claim.Action == e.Source && v.Claim.EdgeTarget == e.Target))];
        var fallen = KnockOut.Consequences.From(graph, new([.. roots.Where(whole.Contains)], [.. edges])).Fallen.ToHashSet();
        return new(roots, edges, [.. written.Where(id => !roots.Contains(id) && (touched.Contains(id) || fallen.Contains(id)))
            .Select(id =>
                new Consequence(id, [.. roots.Where(r => whole.Contains(r) && causal.Ancestors(id).Contains(r))], touched.Contains(id)))]);
    }

    /// <summary>A list stands as long as one of its genes does.</summary>
    private static bool IsWhollyRefuted(ActionNode action, ImmutableArray<Verdict> verdicts)
    {
        bool Refutes(string? member) =>
            verdicts.Any(v => v is { Kind: VerdictKind.Refuted, IsIndependent: true } && v.Claim == new Claim(action.Id!.Value, member));
        return Refutes(null) || (action["gene_list"] is { Texts: { IsEmpty: false } genes } && genes.All(Refutes));
    }
}
