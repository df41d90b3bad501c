using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>One row of an autocomplete list.</summary>
/// <param name="Id">CURIE, where known.</param>
/// <param name="Detail">Targets of a compound, driver alterations of a line.</param>
public sealed record Suggestion(string Name, string? Id, string Detail);

/// <summary>Names of the knowledge base for what somebody is typing: the one that it names first, then those that start with it, then
/// those that contain it; where there is none, the nearest.</summary>
public sealed class SuggestNames(KnowledgeIndex names)
{
    public const int Rows = 10;
    public const int TextLength = 100;

    public ImmutableArray<Suggestion> Compounds(string? text) =>
        IsTooLong(text) ? [] : [.. names.SuggestCompounds(text ?? "", Rows).Select(Suggest)];

    public ImmutableArray<Suggestion> CellLines(string? text) =>
        IsTooLong(text) ? [] : [.. names.SuggestLines(text ?? "", Rows).Select(Suggest)];

    public ImmutableArray<Suggestion> Genes(string? text) =>
        IsTooLong(text) ? [] : [.. names.SuggestGenes(text ?? "", Rows).Select(g => new Suggestion(g.Symbol, g.Id?.ToString(), ""))];

    private static bool IsTooLong(string? text) => text?.Length > TextLength;

    private static Suggestion Suggest(Compound c) => new(c.Name, c.Id?.ToString(), string.Join(", ", c.Targets));

    private static Suggestion Suggest(CellLine c) => new(c.Name, c.Id.ToString(),
        string.Join(
            " · ", c.Alterations.Select(a => a.Change is null ? a.Gene : $"{a.Gene} {a.Change}").Prepend(c.Organ)
            .Where(d => d.Length > 0)));
}
