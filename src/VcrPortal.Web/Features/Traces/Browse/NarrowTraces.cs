using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>Turns each part of a search into a condition of the database.</summary>
/// <param name="isOfMany">More are found than are counted. Of so many the newest are met at once on the way from the newest down; fewer are
/// collected by what they have in common.</param>
internal sealed class NarrowTraces(PortalDb db, ITraceSearch search, bool isOfMany = false)
{
    public IQueryable<TraceRow> By(IQueryable<TraceRow> traces, SearchPart part) => part switch
    {
        SearchPart.OneTrace one => ByNumber(traces, one),
        SearchPart.InText text => search.Narrow(db, traces, text.Words, text.IsExcluded),
        SearchPart.OneClaim claim => ByClaim(traces, claim),
        SearchPart.Either either => ByEither(traces, either),
        SearchPart.Unread => traces.Where(_ => false),
        SearchPart.Fact fact => ByFact(traces, fact),
        SearchPart.Entity entity => ByEntity(traces, entity),
        _ => traces,
    };

    private IQueryable<TraceRow> ByNumber(IQueryable<TraceRow> traces, SearchPart.OneTrace one)
    {
        var (number, revision, revisions) = (one.Number, one.Revision, db.TraceRevisions);
        if (one.IsExcluded) return traces.Where(t => t.Number != number);
        var found = traces.Where(t => t.Number == number);
        return revision is null ? found : found.Where(t => revisions.Any(r => r.TraceNumber == t.Number && r.Revision == revision));
    }

    private IQueryable<TraceRow> ByEntity(IQueryable<TraceRow> traces, SearchPart.Entity part)
    {
        var (name, not) = (part.Name, part.IsExcluded);
        var (label, members) = (name.Label, name.Members.ToArray());
        switch (name.Field)
        {
            case SearchField.Compound when part.IsNamedByField && name.Id is not null:
                return not ? traces.Where(t => t.Compound != label) : traces.Where(t => t.Compound == label);
            case SearchField.CellLine when part.IsNamedByField && name.Id is not null:
                return not ? traces.Where(t => t.CellLine != label) : traces.Where(t => t.CellLine == label);
            case SearchField.Tissue:
                return not ? traces.Where(t => t.Organ != label) : traces.Where(t => t.Organ == label);
            case SearchField.Disease:
                return not ? traces.Where(t => !members.Contains(t.Organ)) : traces.Where(t => members.Contains(t.Organ));
            case SearchField.Primitive:
                var kind = $"|{(name.Key.Length > 0 ? name.Key : label).ToSearchForm()}|";
                if (!not && !isOfMany && NamesBetweenBars.OfKinds(db) is { } kinds)
                    return traces.Where(t => kinds.Where(set => set.Contains(kind)).Contains(t.Kinds));
                return not ? traces.Where(t => !t.Kinds.Contains(kind)) : traces.Where(t => t.Kinds.Contains(kind));
            case SearchField.End:
                var end = $"|{name.Key.ToSearchForm()}|";
                if (!not && !isOfMany && NamesBetweenBars.OfEnds(db) is { } ends)
                    return traces.Where(t => ends.Where(set => set.Contains(end)).Contains(t.Ends));
                return not ? traces.Where(t => !t.Ends.Contains(end)) : traces.Where(t => t.Ends.Contains(end));
            case SearchField.Target or SearchField.Mechanism:
                return not ? traces.Where(t => !members.Contains(t.Compound)) : traces.Where(t => members.Contains(t.Compound));
            case SearchField.Alteration:
                return not ? traces.Where(t => !members.Contains(t.CellLine)) : traces.Where(t => members.Contains(t.CellLine));
            case SearchField.Group:
                return ByGroup(traces, name.Key.ToSearchForm().Fit(200), [.. members.Select(m => m.ToSearchForm().Fit(200))], not);
            // Its number names the drawing too, whose arrows a trace may use without a word of the pathway.
            case SearchField.Pathway when part.IsNamedById:
                return ByPathway(traces, name.Key.ToSearchForm().Fit(200), name.Id!.ToSearchForm(), not);
            default:
                return ByTerm(traces, KindOf(name.Field), (name.Key.Length > 0 ? name.Key : label).ToSearchForm().Fit(200), not);
        }
    }

    private IQueryable<TraceRow> ByTerm(IQueryable<TraceRow> traces, string kind, string key, bool not)
    {
        var terms = db.TraceTerms;
        return not ? traces.Where(t => !terms.Any(term => term.Kind == kind && term.Folded == key && term.TraceNumber == t.Number))
            : traces.Where(t => terms.Any(term => term.Kind == kind && term.Folded == key && term.TraceNumber == t.Number));
    }

    private IQueryable<TraceRow> ByPathway(IQueryable<TraceRow> traces, string key, string number, bool not)
    {
        var named = db.TraceTerms.Where(term => (term.Kind == TermKind.Pathway && term.Folded == key)
            || (term.Kind == TermKind.Drawing && term.Folded == number)).Select(term => term.TraceNumber);
        return not ? traces.Where(t => !named.Contains(t.Number)) : traces.Where(t => named.Contains(t.Number));
    }

    /// <summary>Who looks for MEK means MAP2K1 and MAP2K2 too, by which most explanations name it.</summary>
    private IQueryable<TraceRow> ByGroup(IQueryable<TraceRow> traces, string key, string[] genes, bool not)
    {
        var named = db.TraceTerms.Where(term => (term.Kind == TermKind.Group && term.Folded == key)
            || (term.Kind == TermKind.Gene && genes.Contains(term.Folded))).Select(term => term.TraceNumber);
        return not ? traces.Where(t => !named.Contains(t.Number)) : traces.Where(t => named.Contains(t.Number));
    }

    private static string KindOf(SearchField field) => field switch
    {
        SearchField.Compound => TermKind.Compound,
        SearchField.CellLine => TermKind.CellLine,
        SearchField.Gene => TermKind.Gene,
        SearchField.Group => TermKind.Group,
        SearchField.Pathway => TermKind.Pathway,
        SearchField.Phenotype => TermKind.Phenotype,
        _ => TermKind.Other,
    };

    private IQueryable<TraceRow> ByClaim(IQueryable<TraceRow> traces, SearchPart.OneClaim claim)
    {
        var claims = FindClaims.Narrow(db.TraceClaims, claim.Pattern);
        return claim.IsExcluded ? traces.Where(t => !claims.Any(c => c.TraceNumber == t.Number))
            : traces.Where(t => claims.Any(c => c.TraceNumber == t.Number));
    }

    private IQueryable<TraceRow> ByEither(IQueryable<TraceRow> traces, SearchPart.Either either)
    {
        var found = either.Parts.Select(part => By(db.Traces, part).Select(t => t.Number)).Aggregate((one, other) => one.Union(other));
        return traces.Where(t => found.Contains(t.Number));
    }

    private static IQueryable<TraceRow> ByFact(IQueryable<TraceRow> traces, SearchPart.Fact fact)
    {
        var (value, not) = (fact.Value, fact.IsExcluded);
        return fact.Of switch
        {
            SearchField.Engine => not ? traces.Where(t => t.Engine != value) : traces.Where(t => t.Engine == value),
            SearchField.State => TraceStates.Parse(value) is { } state
                ? not ? traces.Where(t => t.State != state) : traces.Where(t => t.State == state) : traces.Where(_ => false),
            // A field that holds nothing of the kind finds nothing.
            _ => ClosedFacet.For(fact.Of)?.Narrow(traces, value, not) ?? traces.Where(_ => false),
        };
    }
}
