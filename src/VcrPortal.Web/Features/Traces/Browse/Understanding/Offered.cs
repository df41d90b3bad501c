using System.Collections.Frozen;
using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;

namespace VcrPortal.Web.Features.Traces.Browse.Understanding;

/// <summary>What is offered of the names that follow from the tables: while somebody types one, and for one that is misspelt.</summary>
internal static class Offered
{
    /// <summary>With the folded beginnings by which each is offered.</summary>
    public static IEnumerable<(SearchName Name, ImmutableArray<string> Folded)> From(SearchNames names) =>
    [
        .. from known in names.All
           where known.Name.Field != SearchField.Primitive
           select (known.Name, Folded(known.Name.Field == SearchField.Alteration ? [.. known.Spellings, Change(known.Name)]
               : known.Spellings)),
        .. from words in TissueWords.Diseases.Values
           let disease = names.Find(SearchField.Disease, words[1])
           where disease is not null
           select (disease!, Folded([words[1]])),
        // "colon" is offered as the tissue Bowel, and says why.
        .. from words in TissueWords.Others.Values
           let tissue = names.Find(SearchField.Tissue, words[1])
           where tissue is not null
           select (tissue! with { Detail = words[1] }, Folded([words[1]])),
    ];

    /// <summary>The names by every spelling, in lower case. Alterations are told apart by one letter, and a near one is another
    /// one.</summary>
    public static FrozenDictionary<string, SearchName> Spellings(SearchNames names) =>
        names.All.Where(known => known.Name.Field != SearchField.Alteration)
            .SelectMany(known => known.Spellings, (known, spelling) => (Spelling: spelling.ToLowerInvariant(), known.Name))
            .Concat(
                from words in TissueWords.Diseases.Values
                let disease = names.Find(SearchField.Disease, words[1])
                where disease is not null
                select (Spelling: words[1].ToLowerInvariant(), Name: disease!))
            .DistinctBy(known => known.Spelling).ToFrozenDictionary(known => known.Spelling, known => known.Name, StringComparer.Ordinal);

    /// <summary>V600E of BRAF V600E.</summary>
    private static string Change(SearchName alteration) => alteration.Label[(alteration.Label.IndexOf(' ') + 1)..];

    private static ImmutableArray<string> Folded(IEnumerable<string> spellings) =>
        [.. spellings.Select(NameFolding.Fold).Where(name => name.Length > 0).Distinct()];
}
