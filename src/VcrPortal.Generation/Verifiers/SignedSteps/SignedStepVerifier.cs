using System.Collections.Immutable;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>
/// Judges by NCI-PID whether one change follows from another: the activity of a protein from the claim before it, each gene of a
/// <c>regulates_expression</c> from its regulator, and the causal edge between two changes. The verdict on a claim takes the claim before
/// it
/// for granted, and rests on it; the verdict on an edge does not.
/// </summary>
public sealed class SignedStepVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.NciPidEdges)
{
    public static DecisionTable Table { get; } = new(
        "Signed step", "activity and genes that follow from another claim, and the edges between",
        "NCI-PID gives the pair the sign that makes the claim follow from the one before it; rests on that claim",
            "never; disputed: the opposite sign",
        "silent pair; both signs; the graph does not say which way the claim before goes");

    public override string Name => "Signed step";

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
        var parents = ClaimsBefore.Find(request.Graph, id, Evidence).ConvertAll(
            p => (p.Id, Outputs: SignedOutputs.From(p.Action, Evidence.Recognizer)));
        if (parents.Count == 0 || parents.TrueForAll(p => p.Outputs.IsEmpty)) return [];
        var to = SignedOutputs.From(action, Evidence.Recognizer);
        if (to.IsEmpty) return [];
        var findings = parents
            .Select(parent => Between(parent.Outputs, to, _ => true, parent.Id, action.Text("target"))).OfType<Finding>().ToList();
        return Say(request, new(id), action, findings, $"NCI-PID does not say what leads to a change of {action.Text("target")} here.");
    }

    private IEnumerable<Verdict> Genes(VerificationRequest request, ActionNode action, NodeId id)
    {
        var factors = Evidence.Genes(action.Text("regulator"));
        if (factors.IsEmpty) yield break;
        string[] names = [.. factors, Evidence.Recognizer.Match(action.Text("regulator")!)!.Name];
        var (sign, by) = SignedOutputs.ChangeOf(names, action, request.Graph, Evidence.Recognizer);
        var conditions = ConditionsOf(request.Graph, by);
        foreach (var gene in action["gene_list"]!.Texts.Distinct())
        {
            ImmutableArray<(string, int)> from = sign == 0 ? [] : [.. factors.Select(f => (f, sign))];
            var finding = Between(
                from, [(gene, action.Direction == Direction.Up ? 1 : -1)], e => e.Kind == StepKind.Expression, by, gene);
            foreach (var verdict in Say(
                request, new(id, gene), action, finding is { } one ? [.. conditions.Select(c => one with { RestsOn = c })] : [],
                sign == 0 ? $"The graph does not say whether {action.Text("regulator")} rises or falls."
                    : $"NCI-PID does not have {action.Text("regulator")} change the expression of {gene}.")) yield return verdict;
        }
    }

    private IEnumerable<Verdict> Edge(VerificationRequest request, CausalEdge edge)
    {
        if (request.Graph.Find(edge.Source) is not { } source || request.Graph.Find(edge.Target) is not { } target
            || target.Kind is not (ClaimKind.MoleculeActivity or ClaimKind.Expression)) return [];
        var finding = Between(
            SignedOutputs.From(source, Evidence.Recognizer), SignedOutputs.From(target, Evidence.Recognizer),
            e => target.Kind == ClaimKind.MoleculeActivity || e.Kind == StepKind.Expression, null, "what follows");
        // Silence stands at the claim already; an edge is named only where there is something to say.
        return finding is { } one ? Say(request, new(edge.Source, EdgeTarget: edge.Target), target, [one], "") : [];
    }

    private Finding? Between(
        ImmutableArray<(string Entity, int Sign)> from, ImmutableArray<(string Entity, int Sign)> to, Func<SignedEdge, bool> wanted,
        NodeId? restsOn, string? what)
    {
        var agreeing = new List<(int Sign, EvidenceRow Row)>();
        foreach (var (source, sourceSign) in from)
            foreach (var (target, targetSign) in to)
                foreach (var gene in Evidence.Genes(source))
                    foreach (var other in Evidence.Genes(target))
                        foreach (var edge in Evidence.Pack.Steps.Between(gene, other))
                            if (wanted(edge)) agreeing.Add((edge.Sign * sourceSign * targetSign, RowOf(edge)));
        return SignedFindings.From(
            agreeing, 1, sign => $"By NCI-PID {what} follows {(sign > 0 ? "this way" : "the other way")} from the claim before",
            Strength.Curated, restsOn);
    }

    /// <summary>The factor's claim, and where it is about a group, a member's claim besides: either will do.</summary>
    private List<NodeId?> ConditionsOf(ActionGraph graph, NodeId? by) =>
        by is { } id && graph.Find(id) is { } factor
            ? [by, .. ClaimsBefore.MembersOf(graph, id, factor, Evidence).Select(m => (NodeId?)m.Id).Take(1)] : [by];

    private static EvidenceRow RowOf(SignedEdge edge) => new(
        EvidenceSource.NciPid,
        $"{edge.Source} {(edge.Sign > 0 ? "raises" : "lowers")} {(edge.Kind == StepKind.Expression ? "expression of " : "")}{edge.Target}",
        edge.PubMed.IsEmpty ? null : $"PMID:{edge.PubMed[0]}");
}
