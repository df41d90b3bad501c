using System.Collections.Immutable;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Entities;

/// <summary>A value of a fact, and where it leads.</summary>
public sealed record FactValue(string Text, string? Href = null);

/// <summary>Something known of a thing.</summary>
/// <param name="Source">Who says so.</param>
public sealed record EntityFact(string Title, ImmutableArray<FactValue> Values, string Source);

/// <summary>Everything known here about one thing.</summary>
/// <param name="Search">The search that finds its traces.</param>
/// <param name="Traces">Traces of that search; <paramref name="Latest"/> are the first of them.</param>
/// <param name="Structure">The structure of a compound that is drawn; null for others.</param>
public sealed record EntityView(
    SearchName Name, ImmutableArray<string> OtherNames, ImmutableArray<EntityFact> Facts, string Search, int Traces,
    ImmutableArray<TraceListItem> Latest, ClaimsAround Claims, StructureDrawing? Structure)
{
    /// <summary>What that search leaves out.</summary>
    public LeftOut LeftOut { get; init; } = LeftOut.Nothing;
}
