using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Generation.Verifiers.SignedSteps;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Processes;

/// <summary>
/// Judges <c>induces_phenotype</c> and <c>alleviates_phenotype</c>, and a pathway that is such a process, by what the Gene Ontology and
/// NCI-PID say that the genes before them do to the process. It takes for granted that those genes change as claimed, and rests on that
/// claim. A gene that only takes part in a process says nothing of its direction.
/// </summary>
public sealed class ProcessVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.GoProcesses, PackFiles.NciPidProcesses)
{
    public static VerifierRegistration Registration { get; } = new(data => new ProcessVerifier(data.Evidence), new DecisionTable(
        "Signed process", "phenotypes, and pathways that are a process of the cell cycle",
        "the Gene Ontology or NCI-PID has the gene of a claim before (the nearest decides) further or hold back the process the claimed "
        + "way; rests on that claim",
        "never; disputed: the opposite", "gene or process not there; the gene only takes part in it; both signs"));

    public override string Name => "Signed process";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        foreach (var action in request.Graph.Actions)
        {
            if (action.Id is not { } id || NameOf(action) is not { } phenotype) continue;
            var processes = PhenotypeProcesses.For(phenotype);
            // Of most pathways no process tells the direction, and what cannot be checked is not called silent.
            if (action.Kind == ClaimKind.PathwayActivity && processes.Count == 0) continue;
            var findings = new List<(int, Finding)>();
            if (processes.Count > 0)
                foreach (var (parentId, parent, distance) in ClaimsBefore.Find(request.Graph, id))
                    findings.AddRange(From(parent, parentId, processes, phenotype, action.OutputSign).Select(f => (distance, f)));
            foreach (var verdict in Say(
                request, new(id), action, [.. ClaimsBefore.NearestDecides(findings)],
                    $"The Gene Ontology and NCI-PID say nothing signed of {phenotype} and the genes before it.")) yield return verdict;
        }
    }

    private static string? NameOf(ActionNode action) => action.Kind switch
    {
        ClaimKind.Phenotype => action.Text("phenotype"),
        ClaimKind.PathwayActivity => action.Text("pathway"),
        _ => null,
    };

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
