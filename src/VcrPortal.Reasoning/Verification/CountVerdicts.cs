using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Verification;

/// <summary>
/// Counts the claims of a graph by verdict. A claim is an action, or one gene of its gene list; where only the whole of such an action, or
/// a part of the context, was judged, that counts as a claim too. Edges are judged but not counted.
/// </summary>
public static class CountVerdicts
{
    private const string GeneList = "gene_list";

    public static VerdictCounts In(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var judgements = GraphJudgements.From(verdicts);
        return VerdictCounts.Count(ClaimsOf(graph, verdicts).Select(claim => judgements[claim]));
    }

    /// <summary>The same for readers, who count what they see: an action is one claim, however long its gene list is.</summary>
    public static VerdictCounts OfActions(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var judgements = GraphJudgements.From(verdicts);
        var claims = ClaimsOf(graph, verdicts).ToHashSet();
        var own = verdicts.Where(v => claims.Contains(v.Claim)).ToLookup(v => v.Claim.Action);
        return VerdictCounts.Count(
            graph.Actions.Where(a => a.Id is not null).DistinctBy(a => a.Id).Select(a => judgements.Judge(own[a.Id!.Value])));
    }

    /// <summary>The claims that are counted, each once.</summary>
    public static ImmutableArray<Claim> ClaimsOf(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var claims = graph.Actions.Where(a => a.Id is not null).SelectMany(OwnClaims).ToHashSet();
        var ids = claims.Select(c => c.Action).ToHashSet();
        if (graph.Context is { } context) ids.Add(context.Id ?? Claim.ContextId);
        claims.UnionWith(
            verdicts.Select(v => v.Claim)
            .Where(c => c.EdgeTarget is null && ids.Contains(c.Action) && (c.Member is null || !HasMembers(graph, c.Action))));
        return [.. claims];
    }

    private static IEnumerable<Claim> OwnClaims(ActionNode action) =>
        action[GeneList] is { Texts: { IsEmpty: false } genes } ? genes.Select(gene => new Claim(action.Id!.Value, gene))
            : [new Claim(action.Id!.Value)];

    // A gene that the list does not hold is no claim of this graph.
    private static bool HasMembers(ActionGraph graph, NodeId id) => graph.Actions.Any(a => a.Id == id && a[GeneList] is not null);
}
