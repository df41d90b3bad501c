using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Modifications;

/// <summary>
/// Judges a phosphorylation by NCI-PID: does a claim before it change an enzyme that adds or takes away phosphates of that protein, and
/// does the claimed direction follow? It takes the enzyme's claim for granted, and rests on it. The residue is not judged: the source's
/// reactions are of the protein.
/// </summary>
public sealed class DrawnModificationVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.NciPidModifications)
{
    public static VerifierRegistration Registration { get; } = new(data => new DrawnModificationVerifier(data.Evidence), new DecisionTable(
        "Phosphorylation", "`post_translational_modification` of the kind phosphorylation",
        "NCI-PID has a protein of a claim before it add or take away phosphates the claimed way; rests on that claim",
        "never; disputed: the other way", "no such reaction; both signs; the residue is not judged"));

    public override string Name => "Phosphorylation";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        foreach (var action in request.Graph.Actions)
        {
            if (action is not { Kind: ClaimKind.Modification, Id: { } id, Direction: { } direction }
                || !"phosphorylation".Equals(action.Text("mod_type"), StringComparison.OrdinalIgnoreCase)) continue;
            var proteins = Evidence.Genes(action.Text("protein"));
            var wanted = direction == Direction.Up ? 1 : -1;
            var findings = ClaimsBefore.Find(request.Graph, id)
                .SelectMany(before => From(before.Id, before.Action, proteins, wanted).Select(f => (before.Distance, f)));
            foreach (var verdict in Say(
                request, new(id), action, [.. ClaimsBefore.NearestDecides([.. findings])],
                $"NCI-PID draws no enzyme before it that phosphorylates {action.Text("protein")}.")) yield return verdict;
        }
    }

    private IEnumerable<Finding> From(NodeId by, ActionNode enzyme, IReadOnlyCollection<string> proteins, int wanted)
    {
        var said = from output in SignedOutputs.From(enzyme, Evidence.Recognizer)
                   from gene in Evidence.Genes(output.Entity)
                   from protein in proteins
                   from edge in Evidence.Pack.Modifications.Weighed(gene, protein)
                   select (output.Sign * edge.Sign, RowOf(edge));
        return SignedFindings.From(
            [.. said], wanted, sign => $"By NCI-PID this makes the phosphorylation {(sign > 0 ? "rise" : "fall")}", Strength.Curated, by)
            is { } finding ? [finding] : [];
    }

    private static EvidenceRow RowOf(SignedEdge edge) => new(
        EvidenceSource.NciPid, $"{edge.Source} {(edge.Sign > 0 ? "phosphorylates" : "dephosphorylates")} {edge.Target}",
        edge.PubMed.IsEmpty ? null : $"PMID:{edge.PubMed[0]}");
}
