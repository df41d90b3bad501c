using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Processes;

/// <summary>
/// Judges <c>induces_phenotype</c> and <c>alleviates_phenotype</c>, a pathway that is a process, and the activity of a protein after
/// which a process is named, by what the Gene Ontology and NCI-PID say that the genes before them do to the process. It takes for
/// granted that those genes change as claimed, and rests on that claim. A gene that only takes part in a process says nothing of its
/// direction.
/// </summary>
public sealed class ProcessVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.GoProcesses, PackFiles.NciPidProcesses)
{
    public static VerifierRegistration Registration { get; } = new(data => new ProcessVerifier(data.Evidence), new DecisionTable(
        "Signed process",
        "phenotypes, pathways that are a process, activity of a protein after which a process is named (AKT1: protein kinase B "
        + "signaling)",
        "the Gene Ontology or NCI-PID has the gene of a claim before (the nearest decides) further or hold back the process the claimed "
        + "way; rests on that claim",
        "never; disputed: the opposite", "gene or process not there; the gene only takes part in it; both signs"));

    public override string Name => "Signed process";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        foreach (var action in request.Graph.Actions)
        {
            if (action.Id is not { } id || ProcessesOf(action) is not var (name, processes)) continue;
            var before = processes.Count > 0 ? ClaimsBefore.Find(request.Graph, id) : [];
            // What a compound does to the protein that it binds is no process.
            if (before.Count == 0 && action.Kind == ClaimKind.MoleculeActivity) continue;
            var findings = new List<(int, Finding)>();
            foreach (var (parentId, parent, distance) in before)
                findings.AddRange(From(parent, parentId, processes, name, action.OutputSign).Select(f => (distance, f)));
            foreach (var verdict in Say(
                request, new(id), action, [.. ClaimsBefore.NearestDecides(findings)],
                    $"The Gene Ontology and NCI-PID say nothing signed of {name} and the genes before it.")) yield return verdict;
        }
    }

    /// <summary>What the action is about, and the processes that are it. Null where no process is: of most pathways none tells the
    /// direction, and what cannot be checked is not called silent.</summary>
    private (string Name, IReadOnlyDictionary<string, int> Processes)? ProcessesOf(ActionNode action)
    {
        switch (action)
        {
            case { Kind: ClaimKind.Phenotype } when action.Text("phenotype") is { } phenotype:
                return (phenotype, PhenotypeProcesses.For(phenotype));
            case { Kind: ClaimKind.PathwayActivity } when action.Text("pathway") is { } pathway:
                var processes = PhenotypeProcesses.For(pathway) is { Count: > 0 } own ? own : SignallingProcesses.OfPathway(pathway);
                return processes.Count > 0 ? (pathway, processes) : null;
            case { Kind: ClaimKind.MoleculeActivity, Direction: not null } when action.Text("target") is { } target:
                return SignallingProcesses.OfProtein(Evidence.Genes(target)) is { Count: > 0 } carried
                    ? ($"the activity of {target}", carried) : null;
            default:
                return null;
        }
    }

    private IEnumerable<Finding> From(
        ActionNode parent, NodeId parentId, IReadOnlyDictionary<string, int> processes, string phenotype, int wanted)
    {
        var signs = SignedOutputs.From(parent, Evidence.Recognizer)
            .SelectMany(o => Evidence.Genes(o.Entity).SelectMany(gene => Said(gene, o.Sign, processes))).ToList();
        foreach (var bySource in signs.GroupBy(s => s.Row.Source, StringComparer.Ordinal))
            if (SignedFindings.From(
                [.. bySource], wanted, sign => $"By {bySource.Key} this makes {phenotype} {(sign > 0 ? "rise" : "fall")}", Strength.Curated,
                parentId) is { } finding) yield return finding;
    }

    private IEnumerable<(int Sign, EvidenceRow Row)> Said(string gene, int change, IReadOnlyDictionary<string, int> processes)
    {
        foreach (var annotation in Evidence.Pack.Processes.AnnotationsOf(gene))
            if (annotation.Sign != 0 && processes.TryGetValue(annotation.Process, out var way))
                yield return (change * annotation.Sign * way, new(
                    EvidenceSource.GeneOntology,
                    $"{gene}: {(annotation.Sign > 0 ? "positive" : "negative")} regulation of "
                    + $"{annotation.Process} ({annotation.EvidenceCode})",
                    annotation.Term));
        foreach (var control in Evidence.Pack.Processes.ControlsBy(gene))
            if (processes.TryGetValue(control.Process, out var way))
                yield return (change * control.Sign * way, new(
                    EvidenceSource.NciPid, $"{gene} {(control.Sign > 0 ? "furthers" : "holds back")} {control.Process}",
                    control.PubMed.IsEmpty ? null : $"PMID:{control.PubMed[0]}"));
    }
}
