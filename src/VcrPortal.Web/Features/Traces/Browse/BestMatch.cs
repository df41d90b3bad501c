using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Features.Traces.Browse.Understanding;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The order of a search by its names: traces about what is named before those that only mention it. Of a gene these are the
/// traces of compounds that act on it, first of those that act on it before all; of a mechanism its compounds that act on one target
/// before those of several.</summary>
/// <param name="About">Compounds and cell lines of the traces that come first.</param>
/// <param name="Near">Compounds of those that come next.</param>
internal sealed record BestMatch(string[] About, string[] Near)
{
    /// <summary>A name of which more compounds are near orders nothing.</summary>
    private const int Most = 100;

    /// <summary>Then the order, which costs a look at every row, is left out.</summary>
    public bool OrdersNothing => About.Length == 0 && Near.Length == 0;

    public static BestMatch For(ImmutableArray<SearchPart> parts, KnowledgeIndex index)
    {
        var named = parts.SelectMany(p => p is SearchPart.Either either ? either.Parts : [p]).OfType<SearchPart.Entity>()
            .Where(p => !p.IsExcluded).Select(p => By(p, index)).ToList();
        string[] about = [.. named.SelectMany(n => n.About).Distinct()];
        string[] near = [.. named.SelectMany(n => n.Near).Except(about)];
        return new(about.Length > Most ? [] : about, near.Length > Most ? [] : near);
    }

    public IOrderedQueryable<TraceRow> Sort(IQueryable<TraceRow> found)
    {
        var (about, near) = (About, Near);
        return found.OrderByDescending(t => (about.Contains(t.Compound) ? 2 : near.Contains(t.Compound) ? 1 : 0)
            + (about.Contains(t.CellLine) ? 2 : 0));
    }

    private static BestMatch By(SearchPart.Entity part, KnowledgeIndex index)
    {
        var (label, members) = (part.Label, part.Name.Members);
        return part.Name.Field switch
        {
            // Said with the field, all that is found is about it.
            SearchField.Compound or SearchField.CellLine => new(part.IsNamedByField ? [] : [label], []),
            // A perturbation may be the gene itself.
            SearchField.Gene => By(
                index.Knowledge.Compounds.Where(c => c.Targets.Contains(label)), c => c.Targets[0] == label, label),
            SearchField.Group => By(
                index.Knowledge.Compounds.Where(c => c.Targets.Any(t => members.Contains(t))), c => members.Contains(c.Targets[0])),
            SearchField.Mechanism or SearchField.Target => By(
                members.Select(name => index.Compound(name)).OfType<Compound>(), c => c.Targets.Length == 1),
            _ => new([], []),
        };
    }

    private static BestMatch By(IEnumerable<Compound> compounds, Func<Compound, bool> isAbout, params string[] first)
    {
        var parted = compounds.ToLookup(isAbout, c => c.Name);
        return new([.. first, .. parted[true]], [.. parted[false]]);
    }
}
