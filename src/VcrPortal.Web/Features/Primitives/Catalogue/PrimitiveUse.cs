using System.Collections.Immutable;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Features.Primitives.Proposals;

namespace VcrPortal.Web.Features.Primitives.Catalogue;

/// <summary>A primitive with how it is used on this portal.</summary>
/// <param name="Since">The version of the vocabulary that brought it.</param>
/// <param name="Uses">Actions of public traces as they were generated.</param>
/// <param name="Judged">Claims of these that independent data supports, disputes or contradicts.</param>
/// <param name="Refuted">Those of them that a measurement contradicts.</param>
public sealed record PrimitiveUse(
    ActionPrimitive Primitive, int Since, int? ObsoleteSince, string? ReplacedBy, int Uses, int Traces, int Judged, int Refuted);

/// <summary>An action of a trace.</summary>
public sealed record PrimitiveExample(int Trace, string Title, string Action, string Text);

/// <summary>All of one primitive.</summary>
/// <param name="Proposed">The primitive as it was proposed; null for the authors' own.</param>
/// <param name="Proposals">Number and state of every proposal of this name.</param>
public sealed record PrimitivePageView(
    PrimitiveUse Use, ImmutableArray<PrimitiveExample> Examples, PrimitiveDraft? Proposed,
    ImmutableArray<(int Number, ProposalState State)> Proposals);
