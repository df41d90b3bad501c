using System.Collections.Immutable;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>Something that a search can name.</summary>
/// <param name="Label">The name as pages write it.</param>
/// <param name="Key">The key by which the terms of traces are compared; empty for what the question decides.</param>
/// <param name="Id">CURIE or accession, where known.</param>
/// <param name="Detail">What tells it from others of its name: mechanism, tissue, title.</param>
/// <param name="Members">The compounds of a mechanism or target, the cell lines of an alteration, the tissue of a disease, the genes of a
/// family or complex.</param>
public sealed record SearchName(
    SearchField Field, string Label, string Key = "", string? Id = null, string Detail = "", ImmutableArray<string> Members = default)
{
    public ImmutableArray<string> Members { get; init; } = Members.IsDefault ? [] : Members;
}
