using System.Collections.Immutable;

namespace VcrPortal.Generation.Questions;

/// <summary>What was done to which cell: the question of a job. Every field may be missing; that is normal.</summary>
/// <param name="Index">The record's place in the file it came from, from 0.</param>
/// <param name="Report">A report to structure (mode explain-only), else null.</param>
public sealed record PerturbationRecord(
    ImmutableArray<CellContext> Contexts, ImmutableArray<Perturbation> Perturbations, int Index = 0, string? Report = null)
{
    /// <summary>"Binimetinib in C32", as a title.</summary>
    public string Title
    {
        get
        {
            var what = string.Join(" + ", Perturbations.Select(p => p.DisplayName).Where(n => n.Length > 0));
            var where = Contexts.Select(c => c.CellLine ?? c.DiseaseModel ?? c.Description).FirstOrDefault(c => !string.IsNullOrEmpty(c));
            return (what.Length > 0 ? what : "Unnamed perturbation") + (where is null ? "" : $" in {where}");
        }
    }
}

/// <summary>The cell before the perturbation.</summary>
/// <param name="PerturbationType">What the context itself was treated with, as VCR-Agent writes it: "soluble factor".</param>
public sealed record CellContext(
    string? CellLine = null, string? DiseaseModel = null, string? Subtype = null, string? Description = null,
    string? PerturbationType = null);

public enum PerturbationKind { Chemical, Genetic }

/// <summary>One compound or one edited gene.</summary>
/// <param name="StatedTargets">The targets that the record itself names (not looked up).</param>
/// <param name="Mechanism">The record's <c>moa_type</c>: inhibitor, antibody, activator.</param>
/// <param name="GeneEdit">For a genetic perturbation: knockout, knockdown or overexpression.</param>
public sealed record Perturbation(
    PerturbationKind Kind, string? Name = null, string? Smiles = null, ImmutableArray<string> StatedTargets = default,
        string? Mechanism = null,
    string? GeneSymbol = null, string? GeneEdit = null, string? Dose = null, string? Time = null)
{
    public ImmutableArray<string> StatedTargets { get; init; } = StatedTargets.IsDefault ? [] : StatedTargets;

    public string DisplayName => (Kind == PerturbationKind.Genetic ? GeneSymbol ?? Name : Name) ?? "";
}
