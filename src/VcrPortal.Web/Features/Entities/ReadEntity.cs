using VcrPortal.Generation.Knowledge;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Claims;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Entities;

/// <summary>Everything known here about one compound, cell line, gene, pathway or phenotype.</summary>
[Requires(Operation.ReadTrace)]
public sealed class ReadEntity(SearchNames names, KnowledgeIndex index, SearchTraces search, FindClaims claims)
{
    private const int Shown = 8;

    /// <param name="shelf"><c>genes</c>.</param>
    /// <param name="key">Any name of it; its page says the usual one.</param>
    /// <param name="about">The page of claims about it.</param>
    /// <param name="by">The page of claims in which it acts.</param>
    /// <returns>Null when nothing of that kind has such a name.</returns>
    public async Task<EntityView?> RunAsync(string shelf, string key, int about, int by, Caller caller, CancellationToken ct)
    {
        if (key.Length > 200 || EntityAddress.FieldOf(shelf) is not { } field || names.Find(field, key) is not { } name) return null;
        var typed = field.Write(name.Label);
        var query = new TraceQuery(typed);
        var found = await search.RunAsync(query, caller, ct);
        var subject = new ClaimSubject(
            names.KeyOf(name.Label), field == SearchField.Compound ? name.Label : null, field == SearchField.CellLine ? name.Label : null);
        var (others, facts) = new EntityFacts(index, names).For(name);
        return new(
            name, [.. others.Where(o => o != name.Label).Distinct()], facts, typed, found.Total, [.. found.Items.Take(Shown)],
            await claims.AroundAsync(subject, about, by, caller, ct),
            field == SearchField.Compound ? StructureDrawing.For(index.Compound(name.Label)?.Id) : null)
        {
            LeftOut = await search.CountLeftOutAsync(query, caller, ct),
        };
    }
}
