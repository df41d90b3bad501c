using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Json;

/// <summary>A text of the graph and the thing that it names.</summary>
public sealed record GroundedText(string Text, Curie Curie);

/// <summary>Where a trace comes from; every part is optional.</summary>
/// <param name="Accession">The public name: <c>VCT12563</c>.</param>
/// <param name="Revision">Counted from 1.</param>
/// <param name="WrittenAt">When this revision was written.</param>
public sealed record TraceProvenance(
    string? Accession = null, int? Revision = null, string? Title = null, string? Engine = null, DateTimeOffset? WrittenAt = null);

/// <summary>All that <c>vcr-trace/1</c> holds: a graph, and what is known about it.</summary>
/// <param name="Diagnostics">What was found in the text that the graph was read from.</param>
public sealed record TraceDocument(
    ActionGraph Graph, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Verdict> Verdicts, ImmutableArray<GroundedText> Groundings,
        TraceProvenance? Provenance)
{
    /// <summary>The value of the member <c>format</c>.</summary>
    public const string Format = "vcr-trace/1";

    public static TraceDocument From(ActionGraph graph) => new(graph, [], [], [], null);
}
