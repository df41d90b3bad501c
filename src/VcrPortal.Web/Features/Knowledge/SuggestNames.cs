using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Knowledge;

/// <summary>One row of an autocomplete list.</summary>
/// <param name="Id">CURIE, where known.</param>
/// <param name="Detail">Targets of a compound, driver alterations of a line.</param>
public sealed record Suggestion(string Name, string? Id, string Detail);

/// <summary>Names of the knowledge base for what somebody is typing: those that start with it first, then those that contain it.</summary>
public sealed class SuggestNames(KnowledgeBase knowledge)
{
    public const int Rows = 10;
    public const int TextLength = 100;

    public ImmutableArray<Suggestion> Compounds(string? text) =>
        Find(text, knowledge.Compounds, c => c.Synonyms.Prepend(c.Name).Append(c.Id?.Id ?? ""), Suggest);

    public ImmutableArray<Suggestion> CellLines(string? text) =>
        Find(text, knowledge.CellLines, c => c.Synonyms.Prepend(c.Name).Append(c.Id.Id), Suggest);

    private static ImmutableArray<Suggestion> Find<T>(
        string? text, ImmutableArray<T> all, Func<T, IEnumerable<string>> names, Func<T, Suggestion> suggest)
    {
        var wanted = (text ?? "").Fold();
        if (wanted.Length > TextLength) return [];
        return
        [
            .. all.Select(item => (Item: item, Rank: names(item).Min(name => Rank(name.Fold(), wanted))))
                .Where(found => found.Rank < int.MaxValue)
                .Select(found => (found.Rank, Row: suggest(found.Item)))
                .OrderBy(found => found.Rank).ThenBy(found => found.Row.Name, StringComparer.OrdinalIgnoreCase)
                .Take(Rows).Select(found => found.Row),
        ];
    }

    private static int Rank(string name, string wanted) =>
        name.Length == 0 ? int.MaxValue
        : name == wanted ? 0
        : name.StartsWith(wanted, StringComparison.Ordinal) ? 1
        : name.Contains(wanted, StringComparison.Ordinal) ? 2
        : int.MaxValue;

    private static Suggestion Suggest(Compound c) => new(c.Name, c.Id?.ToString(), string.Join(", ", c.Targets));

    private static Suggestion Suggest(CellLine c) => new(c.Name, c.Id.ToString(),
        string.Join(
            " · ", c.Alterations.Select(a => a.Change is null ? a.Gene : $"{a.Gene} {a.Change}").Prepend(c.Organ)
            .Where(d => d.Length > 0)));
}
