using System.Collections.Immutable;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>
/// Judges by NCI-PID, and of expression by TRRUST too, whether one change follows from another: the activity of a protein and each gene of
/// a <c>regulates_expression</c> from a claim before it, and the causal edge between two changes. The verdict on a claim takes the claim
/// before it for granted, and rests on it; the verdict on an edge does not. Each source gives verdicts of its own.
/// </summary>
public sealed class SignedStepVerifier(PackEvidence evidence)
    : PackVerifier(evidence, PackFiles.NciPidEdges, PackFiles.TrrustRegulation)
{
    public static VerifierRegistration Registration { get; } = new(data => new SignedStepVerifier(data.Evidence), new DecisionTable(
        "Signed step", "activity and genes that follow from another claim, and the edges between",
        "NCI-PID, or TRRUST for a factor and its gene, gives the pair the sign that makes the claim follow from one before it (the "
        + "nearest decides); rests on that claim",
        "never; disputed: the opposite sign",
        "silent pair; both signs, unless one has three papers and three times those of the other; the graph does not say "
        + "which way the claim before goes"));

    private delegate ImmutableArray<SignedEdge> Weighed(EvidencePack pack, string source, string target);

    private static readonly ImmutableArray<(string Source, Weighed Between)> Opinions =
    [
        (EvidenceSource.NciPid, (pack, from, to) => pack.Steps.Weighed(from, to)),
        (EvidenceSource.Trrust, (pack, from, to) => pack.Regulation.Weighed(from, to)),
    ];

    public override string Name => "Signed step";

    public override string Version => "2.0";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        var graph = request.Graph;
        foreach (var action in graph.Actions)
        {
            if (action.Id is not { } id || action.Direction is null) continue;
            var verdicts = action.Kind switch
            {
                ClaimKind.MoleculeActivity => Activity(request, action, id),
                ClaimKind.Expression when action["gene_list"] is not null => Genes(request, action, id),
                _ => [],
            };
            foreach (var verdict in verdicts) yield return verdict;
        }
        foreach (var edge in graph.Edges)
            if (edge.Relation == CausalRelation.Causal)
                foreach (var verdict in Edge(request, edge)) yield return verdict;
    }

    private IEnumerable<Verdict> Activity(VerificationRequest request, ActionNode action, NodeId id)
    {
        var before = ClaimsBefore.Find(request.Graph, id);
        var to = SignedOutputs.From(action, Evidence.Recognizer);
        if (before.Count == 0 || to.IsEmpty) return [];
        return Say(
            request, new(id), action,
            [.. ClaimsBefore.NearestDecides([.. Following(before, to, _ => true, Before(action.Text("target")))])],
            $"NCI-PID does not say what leads to a change of {action.Text("target")} here.");
    }

    private IEnumerable<Verdict> Genes(VerificationRequest request, ActionNode action, NodeId id)
    {
        var factors = Evidence.Genes(action.Text("regulator"));
        if (factors.IsEmpty) yield break;
        string[] names = [.. factors, Evidence.Recognizer.Match(action.Text("regulator")!)!.Name];
        var (sign, by) = SignedOutputs.ChangeOf(names, action, request.Graph, Evidence.Recognizer);
        var conditions = ConditionsOf(request.Graph, by);
        var others = ClaimsBefore.Find(request.Graph, id).FindAll(claim => !conditions.Contains(claim.Id));
        ImmutableArray<(string, int)> from = sign == 0 ? [] : [.. factors.Select(f => (f, sign))];
        foreach (var gene in action["gene_list"]!.Texts.Distinct())
        {
            ImmutableArray<(string, int)> to = [(gene, action.Direction == Direction.Up ? 1 : -1)];
            // The factor that the claim names is nearest, whatever the edges say.
            var ofFactor = Between(from, to, IsOfExpression, Before(gene))
                .SelectMany(f => conditions.Select(c => (0, f with { RestsOn = c })));
            foreach (var verdict in Say(
                request, new(id, gene), action,
                [.. ClaimsBefore.NearestDecides([.. ofFactor, .. Following(others, to, IsOfExpression, Before(gene))])],
                sign == 0 ? $"The graph does not say whether {action.Text("regulator")} rises or falls."
                    : $"NCI-PID and TRRUST do not say which way {action.Text("regulator")} changes {gene}.")) yield return verdict;
        }
    }

    private IEnumerable<Verdict> Edge(VerificationRequest request, CausalEdge edge)
    {
        if (request.Graph.Find(edge.Source) is not { } source || request.Graph.Find(edge.Target) is not { } target
            || target.Kind is not (ClaimKind.MoleculeActivity or ClaimKind.Expression)) return [];
        Finding[] findings =
        [
            .. Between(
                SignedOutputs.From(source, Evidence.Recognizer), SignedOutputs.From(target, Evidence.Recognizer),
                e => target.Kind == ClaimKind.MoleculeActivity || IsOfExpression(e), "the first of the two claims makes the second"),
        ];
        // Silence stands at the claim already; an edge is named only where there is something to say.
        return findings.Length > 0 ? Say(request, new(edge.Source, EdgeTarget: edge.Target), target, findings, "") : [];
    }

    private IEnumerable<(int Distance, Finding Said)> Following(
        List<(NodeId Id, ActionNode Action, int Distance)> before, ImmutableArray<(string, int)> to, Func<SignedEdge, bool> wanted,
        string makes) =>
        before.SelectMany(
            claim => Between(SignedOutputs.From(claim.Action, Evidence.Recognizer), to, wanted, makes)
            .Select(finding => (claim.Distance, finding with { RestsOn = claim.Id })));

    private static string Before(string? changed) => $"the claim before makes {changed}";

    /// <param name="makes">What makes what go a way: the beginning of a sentence.</param>
    private IEnumerable<Finding> Between(
        ImmutableArray<(string Entity, int Sign)> before, ImmutableArray<(string Entity, int Sign)> after, Func<SignedEdge, bool> wanted,
        string makes)
    {
        foreach (var (source, steps) in Opinions)
        {
            var said = from f in before
                       from t in after
                       from gene in Evidence.Genes(f.Entity)
                       from other in Evidence.Genes(t.Entity)
                       from edge in steps(Evidence.Pack, gene, other)
                       where wanted(edge)
                       select (edge.Sign * f.Sign * t.Sign, RowOf(source, edge));
            if (SignedFindings.From(
                [.. said], 1, sign => $"By {source} {makes} go {(sign > 0 ? "this way" : "the other way")}",
                Strength.Curated, null) is { } finding) yield return finding;
        }
    }

    /// <summary>The factor's claim, and where it is about a group, a member's claim besides: either will do.</summary>
    private List<NodeId?> ConditionsOf(ActionGraph graph, NodeId? by) =>
        by is { } id && graph.Find(id) is { } factor
            ? [by, .. ClaimsBefore.MembersOf(graph, id, factor, Evidence).Select(m => (NodeId?)m.Id).Take(1)] : [by];

    private static bool IsOfExpression(SignedEdge edge) => edge.Kind == StepKind.Expression;

    private static EvidenceRow RowOf(string source, SignedEdge edge) => new(
        source, $"{edge.Source} {(edge.Sign > 0 ? "raises" : "lowers")} {(IsOfExpression(edge) ? "expression of " : "")}{edge.Target}",
        edge.PubMed.IsEmpty ? null : $"PMID:{edge.PubMed[0]}");
}
