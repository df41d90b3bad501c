using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Verification;

/// <summary>What is known of one claim after all its verdicts.</summary>
public enum ClaimJudgement { Supported, Refuted, Undetermined, NotTestable, SameSource }

/// <summary>
/// Counts the claims of a graph by verdict. A claim is an action, or one gene of its gene list; where only the whole of such an action, or
/// a part of the context, was judged, that counts as a claim too. Edges are judged but not counted.
/// </summary>
public static class CountVerdicts
{
    private const string GeneList = "gene_list";

    public static VerdictCounts In(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        var byClaim = verdicts.ToLookup(v => v.Claim);
        var counts = ClaimsOf(graph, verdicts).Select(claim => Judge(byClaim[claim])).CountBy(j => j).ToDictionary();
        int Count(ClaimJudgement judgement) => counts.GetValueOrDefault(judgement);
        return new VerdictCounts(
            Count(ClaimJudgement.Supported), Count(ClaimJudgement.Refuted), Count(ClaimJudgement.Undetermined),
                Count(ClaimJudgement.NotTestable), Count(ClaimJudgement.SameSource));
    }

    /// <summary>
    /// Refuted when any independent verdict refutes, else supported when any independent one supports, else same source when only the
    /// engine's own sources spoke, else undetermined when a check had no data, else not testable.
    /// </summary>
    public static ClaimJudgement Judge(IEnumerable<Verdict> verdicts)
    {
        var judgement = ClaimJudgement.NotTestable;
        foreach (var verdict in verdicts)
        {
            var says = Says(verdict);
            if (Rank(says) > Rank(judgement)) judgement = says;
        }
        return judgement;
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

    private static ClaimJudgement Says(Verdict verdict) => verdict.Kind switch
    {
        VerdictKind.Supported or VerdictKind.Refuted when verdict.SameSource => ClaimJudgement.SameSource,
        VerdictKind.Supported => ClaimJudgement.Supported,
        VerdictKind.Refuted => ClaimJudgement.Refuted,
        VerdictKind.Undetermined => ClaimJudgement.Undetermined,
        _ => ClaimJudgement.NotTestable,
    };

    private static int Rank(ClaimJudgement judgement) => judgement switch
    {
        ClaimJudgement.Refuted => 4,
        ClaimJudgement.Supported => 3,
        ClaimJudgement.SameSource => 2,
        ClaimJudgement.Undetermined => 1,
        _ => 0,
    };
}
