using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Generation.Pipeline.Refinement;

/// <summary>What is wrong with an explanation, the worst first: what a measurement refutes, what independent sources dispute, what is
/// written in a form that no check can read.</summary>
internal sealed class FindDiscrepancies(FindFaults faults)
{
    public ImmutableArray<Discrepancy> In(RefinedCase at)
    {
        var judgements = GraphJudgements.From(at.Verdicts);
        ImmutableArray<Claim> claims = [.. Standing.ClaimsOf(at.Graph, at.Verdicts)];
        return
        [
            .. Against(at.Graph, claims, judgements, JudgementKind.Refuted),
            .. Against(at.Graph, claims, judgements, JudgementKind.Disputed),
            .. faults.In(at),
        ];
    }

    public int Faults(RefinedCase at) => faults.In(at).Count();

    /// <summary>Genes of one list are one discrepancy: they are put right together.</summary>
    private static IEnumerable<Discrepancy> Against(
        ActionGraph graph, ImmutableArray<Claim> claims, GraphJudgements judgements, JudgementKind kind) =>
        from claim in claims
        let judgement = judgements[claim]
        where judgement.Kind == kind
        group (Claim: claim, Judgement: judgement) by claim.Member is null || graph.Find(claim.Action) is null
            ? claim : new Claim(claim.Action) into told
        orderby Place(graph, told.Key)
        select From(graph, [.. told], kind == JudgementKind.Refuted ? VerdictKind.Refuted : VerdictKind.Disputed);

    private static Discrepancy From(ActionGraph graph, (Claim Claim, ClaimJudgement Judgement)[] told, VerdictKind verdict)
    {
        var (claim, judgement) = told[0];
        var members = string.Join(", ", told.Select(t => t.Claim.Member).OfType<string>());
        var more = told.Length == 1 ? "" : $" The same holds of {told.Length - 1} more: {members}.";
        return new(RouteDiscrepancy.AddressOf(graph, claim, judgement), claim, judgement.Telling!.Reason + more, verdict,
            [.. told.SelectMany(t => t.Judgement.Telling!.Rows).Select(r => r.Source).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static int Place(ActionGraph graph, Claim claim)
    {
        for (var at = 0; at < graph.Actions.Length; at++)
            if (graph.Actions[at].Id == claim.Action) return at;
        return -1;
    }
}
