using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces;

/// <summary>A trace that is to be stored.</summary>
/// <param name="JobNumber">Null of one that comes from a file.</param>
/// <param name="Revisions">At least one, numbered from 1.</param>
/// <param name="Verdicts">About the claims of revision 1; later revisions keep those whose claim they still make.</param>
public sealed record NewTrace(
    int? JobNumber, PerturbationRecord Record, string RecordJson, string Engine, TraceState State, string? StateReason,
    ImmutableArray<GenerationEvent.RevisionWritten> Revisions, string Report, ImmutableArray<EvidenceItem> Evidence,
    ImmutableDictionary<NodeId, ImmutableArray<int>> Citations, ImmutableArray<Verdict> Verdicts)
{
    /// <summary>The hash of the record of a file that the trace comes from.</summary>
    public string? ImportHash { get; init; }

    /// <summary>About the claims of the revisions after the first, where refinement changed it; null where it did not.</summary>
    public ImmutableArray<Verdict>? Refined { get; init; }

    internal ImmutableArray<Verdict> VerdictsOf(int revision) => revision == 1 ? Verdicts : Refined ?? Verdicts;
}

/// <summary>Whose trace it is, whether it is for them and those they invite only, and the batch that it is part of; all as its job says at
/// the end.</summary>
public sealed record TraceOwner(string Key, bool IsPrivate, int? BatchNumber = null);
