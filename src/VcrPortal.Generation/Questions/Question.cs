using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Questions;

/// <summary>A record, grounded as far as the knowledge goes: what acts, on what, in which cell.</summary>
/// <param name="Limits">Sentences that say where the knowledge ends: an unknown compound, an unknown line.</param>
public sealed record Question(
    PerturbationRecord Record, ImmutableArray<Cause> Causes, CellLine? Line, ImmutableArray<ContextAlteration> Alterations,
        ImmutableArray<string> Limits)
{
    public ContextAlteration? AlterationOf(string gene)
    {
        foreach (var alteration in Alterations)
            if (alteration.Gene == gene && alteration.Effect != AlterationEffect.Unknown) return alteration;
        return null;
    }
}

/// <summary>One perturbation with the entities that it acts on directly.</summary>
/// <param name="Actor">The actor as an explanation writes it.</param>
/// <param name="Compound">Null for a gene edit and for a compound that the knowledge does not hold.</param>
public sealed record Cause(
    string Actor, Perturbation Perturbation, Compound? Compound, Polarity Polarity, ImmutableArray<DirectTarget> Targets)
{
    public bool IsGeneEdit => Perturbation.Kind == PerturbationKind.Genetic;
}

/// <summary>How a compound acts on what it binds.</summary>
public enum DrugAct
{
    /// <summary>It raises or lowers the activity.</summary>
    Moves,
    /// <summary>It keeps an enzyme on DNA with the strand open.</summary>
    Traps,
    /// <summary>It has it broken down.</summary>
    Degrades,
}

/// <param name="Entity">A gene symbol or a group id.</param>
/// <param name="Fact">The evidence that names it as a target, numberless.</param>
/// <param name="CarriesEffect">False for a target that the compound only uses: FKBP1A carries everolimus to MTOR.</param>
public sealed record DirectTarget(string Entity, EvidenceItem Fact, bool CarriesEffect)
{
    /// <summary>The reviewed exception by which this target is read otherwise than its row has it; null where it is not.</summary>
    public EvidenceItem? Exception { get; init; }

    /// <summary>How the compound moves it.</summary>
    public DrugAct Act { get; init; }

    /// <summary>What it carries the compound to: only the two together bind that. Empty where it carries it nowhere.</summary>
    public ImmutableArray<string> CarriesTo { get; init; } = [];

    public IEnumerable<EvidenceItem> Facts => Exception is null ? [Fact] : [Fact, Exception];
}

/// <summary>An alteration of the cell, from the line's drivers or from the record's own context.</summary>
public sealed record ContextAlteration(string Gene, string? Change, AlterationEffect Effect, EvidenceItem Fact)
{
    /// <summary>No driver table lists it; a table of variants calls the effect likely.</summary>
    public bool IsLikely { get; init; }

    /// <summary>"BRAF V600E GoF", as <c>set_context</c> writes it.</summary>
    public string Text => Gene + (Change is null ? "" : " " + Change) + Effect switch
    {
        AlterationEffect.GainOfFunction => " GoF",
        AlterationEffect.LossOfFunction => " LoF",
        _ => "",
    };
}
