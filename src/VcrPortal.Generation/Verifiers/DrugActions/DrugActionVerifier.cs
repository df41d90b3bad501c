using System.Collections.Immutable;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.DrugActions;

/// <summary>
/// Judges <c>binds_to</c>, and what a compound does to the activity or amount of what it binds, by ChEMBL and DrugCentral. Each source
/// gives a verdict of its own, so that two that disagree are seen. A target that a source does not list is no mark against the claim.
/// </summary>
public sealed class DrugActionVerifier(PackEvidence evidence)
    : PackVerifier(evidence, PackFiles.ChemblMechanisms, PackFiles.DrugCentralActions, PackFiles.KinomeScan)
{
    /// <summary>-log10 of 10 µM: a weaker affinity is not taken for a target.</summary>
    public const double WeakestAffinity = 5;

    public static VerifierRegistration Registration { get; } = new(data => new DrugActionVerifier(data.Evidence), new DecisionTable(
        "Drug action", "what a compound binds; activity or amount of what the compound binds",
        "ChEMBL, DrugCentral or KINOMEscan names the target (an affinity of 10 µM or better); the action by the first two "
        + "(inhibitor, agonist, degrader) goes the claimed way",
        "never; disputed: the opposite action", "target not listed by them; an action without direction; both directions"));

    private readonly DrugStatements _statements = new(evidence);

    public override string Name => "Drug action";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        foreach (var action in request.Graph.Actions)
        {
            if (action.Id is not { } id) continue;
            var verdicts = action switch
            {
                { Kind: ClaimKind.Binding } => Binding(request, action, id),
                { Kind: ClaimKind.MoleculeActivity or ClaimKind.Stability, Direction: not null } => Effect(request, action, id),
                _ => [],
            };
            foreach (var verdict in verdicts) yield return verdict;
        }
    }

    private IEnumerable<Verdict> Binding(VerificationRequest request, ActionNode action, NodeId id)
    {
        var (actor, target) = (action.Text("actor") ?? "", action.Text("target"));
        var findings = _statements.About(actor, Evidence.Genes(target)).GroupBy(s => s.Row.Source, StringComparer.Ordinal)
            .Select(bySource => new Finding(
                VerdictKind.Supported,
                $"{bySource.Key} has {target} as a target of {actor}."
                + _statements.OtherTargets(actor, Evidence.Genes(target), bySource.Key),
                Rows(bySource),
                Strength.SameCompoundSameMolecule)).ToList();
        return Say(request, new(id), action, findings,
            $"ChEMBL, DrugCentral and KINOMEscan say nothing of {actor} and {target}. No list is complete.");
    }

    private IEnumerable<Verdict> Effect(VerificationRequest request, ActionNode action, NodeId id)
    {
        var genes = Evidence.Genes(action.Text("target"));
        if (genes.IsEmpty || ActorsOf(request.Graph, action, id) is not { Count: > 0 } actors) return [];
        var isAmount = action.Kind == ClaimKind.Stability;
        var wanted = action.Direction == Direction.Up ? 1 : -1;
        var findings = actors.SelectMany(actor => _statements.About(actor, genes))
            .Select(s => (s.Row, Sign: isAmount ? s.OnAmount : s.OnActivity)).Where(s => s.Sign != 0)
            .GroupBy(s => s.Row.Source, StringComparer.Ordinal)
            .Select(bySource => SignedFindings.From(
                [.. bySource.Select(s => (s.Sign, s.Row))], wanted, sign => Sentence(bySource.Key, actors[0], sign, action.Text("target")),
                Strength.SameCompoundSameMolecule, null)).OfType<Finding>().ToList();
        return Say(
            request, new(id), action, findings, $"ChEMBL and DrugCentral do not say what {actors[0]} does to {action.Text("target")}.");
    }

    private static string Sentence(string source, string actor, int sign, string? target) =>
        $"By {source} {actor} {(sign > 0 ? "raises" : "lowers")} the activity or amount of {target}";

    /// <summary>The compounds whose binding leads straight to this claim, and a compound that the claim itself names.</summary>
    private List<string> ActorsOf(ActionGraph graph, ActionNode action, NodeId id)
    {
        var actors = new List<string>();
        if (action.Text("regulator") is { } own) actors.Add(own);
        // A family is hit where its members are.
        NodeId[] hit = [id, .. ClaimsBefore.MembersOf(graph, id, action, Evidence).Select(m => m.Id)];
        // A poison takes the activity by the complex that it holds.
        hit = [.. hit, .. graph.Edges.Where(e => hit.Contains(e.Target) && graph.Find(e.Source) is { Kind: ClaimKind.Complex })
            .Select(e => e.Source)];
        foreach (var edge in graph.Edges)
            if (hit.Contains(edge.Target) && graph.Find(edge.Source) is { Kind: ClaimKind.Binding } binding
                && binding.Text("actor") is { } actor
                && !actors.Contains(actor)) actors.Add(actor);
        return actors;
    }

    private static ImmutableArray<EvidenceRow> Rows(IEnumerable<DrugStatement> statements) =>
        [.. statements.Select(s => s.Row).Distinct().Take(6)];
}
