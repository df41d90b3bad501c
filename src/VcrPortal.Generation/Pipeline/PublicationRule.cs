using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers.GeneExpression;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline;

/// <summary>What a publication rule makes of a verified graph.</summary>
public abstract record Publication
{
    private Publication() { }

    public sealed record Unchanged : Publication;
    /// <param name="Reason">What was taken out, as a sentence.</param>
    public sealed record Pruned(ActionGraph Graph, string Reason) : Publication;
    public sealed record Discarded(string Reason) : Publication;
}

/// <summary>
/// <c>vc-traces-1</c>: a trace with a refuted <c>binds_to</c> is discarded; refuted genes leave their <c>gene_list</c>; an action left
/// without genes is removed and edges are re-joined around it, so that the graph is always whole (the released data does not do this). Only
/// independent verdicts count.
/// </summary>
public static class PublicationRule
{
    public const string Name = "vc-traces-1";

    public static Publication Apply(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        // As in the paper: bindings fall by any verifier of bindings, genes by measured expression only. A regulon is no measurement in
        // this cell.
        var refuted = verdicts.Where(
            v => v is { Kind: VerdictKind.Refuted, IsIndependent: true }
            && (v.Claim.Member is null || v.Verifier == ExpressionVerifier.VerifierName)).Select(v => v.Claim).ToHashSet();
        var bindings = graph.Actions.Where(a => a is { Kind: ClaimKind.Binding, Id: { } id } && refuted.Contains(new(id))).ToList();
        if (bindings.Count > 0)
            return new Publication.Discarded(
                $"Refuted: {string.Join("; ", bindings.Select(b => $"{b.Text("actor")} binds {b.Text("target")} ({b.Id})"))}.");
        var genes = refuted.Where(
            c => c.Member is not null && c.EdgeTarget is null && graph.Find(c.Action) is { Kind: ClaimKind.Expression }).ToList();
        if (genes.Count == 0) return new Publication.Unchanged();
        var pruned = genes.GroupBy(c => c.Action)
            .Aggregate(graph, (g, byAction) => WithoutGenes(g, byAction.Key, byAction.Select(c => c.Member!).ToHashSet()));
        return new Publication.Pruned(
            pruned, $"{PublicationRule.Name} took out {genes.Count} refuted {(genes.Count == 1 ? "gene" : "genes")}: "
                + $"{string.Join(", ", genes.Select(g => g.Member).Order(StringComparer.Ordinal))}.");
    }

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
    private static ActionGraph WithoutAction(ActionGraph graph, NodeId id)
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
