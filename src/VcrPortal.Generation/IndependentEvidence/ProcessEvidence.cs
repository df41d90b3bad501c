using System.Collections.Immutable;

namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>A protein controls a process, by NCI-PID.</summary>
/// <param name="Process">A name of the Gene Ontology as it was then.</param>
/// <param name="Sign">+1 furthers it, -1 holds it back.</param>
/// <param name="PubMed">PubMed ids; empty where the source gives none.</param>
public sealed record ProcessControl(string Protein, string Process, int Sign, ImmutableArray<string> PubMed);

/// <summary>A gene is annotated to a process, by the Gene Ontology. Nothing that was inferred electronically is here.</summary>
/// <param name="Term"><c>GO:0043066</c>.</param>
/// <param name="Sign">+1: positive regulation of the process; -1: negative; 0: the gene takes part in it, which is no direction.</param>
/// <param name="Process">What is regulated or taken part in: "apoptotic process".</param>
/// <param name="EvidenceCode">How the curators know, in the codes of the Gene Ontology: IDA, IMP, TAS, ...</param>
public sealed record ProcessAnnotation(string Gene, string Term, int Sign, string Process, string EvidenceCode);

/// <summary>Which genes further and hold back which processes, by two sources.</summary>
public sealed class ProcessEvidence
{
    private readonly KeyedRows<string, ProcessControl> _controls;
    private readonly KeyedRows<string, ProcessAnnotation> _annotations;

    internal ProcessEvidence(ImmutableArray<ProcessControl> controls, ImmutableArray<ProcessAnnotation> annotations)
    {
        (AllControls, AllAnnotations) = (controls, annotations);
        _controls = new(controls, c => [c.Protein]);
        _annotations = new(annotations, a => [a.Gene]);
    }

    public ImmutableArray<ProcessControl> AllControls { get; }

    public ImmutableArray<ProcessAnnotation> AllAnnotations { get; }

    /// <summary>What a protein controls, by NCI-PID.</summary>
    public ImmutableArray<ProcessControl> ControlsBy(string protein) => _controls[protein];

    /// <summary>The annotations of a gene, by the Gene Ontology.</summary>
    public ImmutableArray<ProcessAnnotation> AnnotationsOf(string gene) => _annotations[gene];

    internal static ProcessControl ReadControl(PackRow row) =>
        new(row.Required("protein"), row.Required("process"), row.Sign("sign"), row.List("pubmed"));

    internal static ProcessAnnotation ReadAnnotation(PackRow row) =>
        new(row.Required("gene"), row.Required("term"), row.Sign("sign"), row.Required("process"), row.Required("evidence"));
}
