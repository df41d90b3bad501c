using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The values of a field for somebody who has typed its colon: <c>verdict:</c>, <c>line:c3</c>.</summary>
internal static class SuggestValues
{
    /// <returns>Null where the last word has no field.</returns>
    public static ImmutableArray<SearchName>? For(TypedWord last, SearchNames names, KnowledgeIndex index)
    {
        var isBare = last.Field is null && last.Text.EndsWith(':') && !last.IsPhrase;
        if ((isBare ? SearchFields.Parse(last.Text[..^1]) : last.Field) is not { } field) return null;
        return [.. For(field, isBare ? "" : last.Text, names, index).Take(SuggestSearch.Rows)];
    }

    private static IEnumerable<SearchName> For(SearchField field, string begun, SearchNames names, KnowledgeIndex index)
    {
        var values = FieldValues.For(field, names);
        var wanted = NameFolding.Fold(begun);
        if (!values.IsEmpty)
            return values.Where(value => NameFolding.Fold(value).StartsWith(wanted, StringComparison.Ordinal))
                .Select(value => new SearchName(field, value));
        return field switch
        {
            SearchField.Compound => index.CompoundsBeginning(begun, SuggestSearch.Rows).Select(SearchNames.For),
            SearchField.CellLine => index.LinesBeginning(begun, SuggestSearch.Rows).Select(SearchNames.For),
            SearchField.Gene or SearchField.Target =>
                index.GenesBeginning(begun, SuggestSearch.Rows).Select(g => SearchNames.For(g, field)),
            SearchField.Actor =>
            [
                .. index.CompoundsBeginning(begun, SuggestSearch.Rows / 2).Select(c => SearchNames.For(c) with { Field = field }),
                .. index.GenesBeginning(begun, SuggestSearch.Rows / 2).Select(g => SearchNames.For(g, field)),
            ],
            _ => names.Beginning(wanted, SuggestSearch.Rows * Depth).Where(name => name.Field == field),
        };
    }

    /// <summary>Names of other fields begin so too.</summary>
    private const int Depth = 20;
}
