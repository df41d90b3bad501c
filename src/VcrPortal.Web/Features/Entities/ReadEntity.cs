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
    /// <returns>Null when nothing of that kind has such a name.</returns>
    public async Task<EntityView?> RunAsync(string shelf, string key, ClaimsShown shown, Caller caller, CancellationToken ct)
    {
        if (Find(shelf, key) is not { } name) return null;
        var field = name.Field;
        var typed = field.Write(name.Label);
        var query = new TraceQuery(typed);
        var found = await search.RunAsync(query, caller, ct);
        var (others, facts) = new EntityFacts(index, names).For(name);
        return new(
            name, [.. others.Where(o => o != name.Label).Distinct()], facts, typed, found.Total, [.. found.Items.Take(Shown)],
            await claims.AroundAsync(SubjectOf(name), shown, caller, ct),
            field == SearchField.Compound ? StructureDrawing.For(index.Compound(name.Label)?.Id) : null)
        {
            LeftOut = await search.CountLeftOutAsync(query, caller, ct),
        };
    }

    /// <summary>What its claims are found by; null when nothing of that kind has such a name.</summary>
    internal ClaimSubject? SubjectOf(string shelf, string key) => Find(shelf, key) is { } name ? SubjectOf(name) : null;

    private SearchName? Find(string shelf, string key) =>
        key.Length <= 200 && EntityAddress.FieldOf(shelf) is { } field ? names.Find(field, key) : null;

    private ClaimSubject SubjectOf(SearchName name) => new(
        names.KeyOf(name.Label), name.Field == SearchField.Compound ? name.Label : null,
        name.Field == SearchField.CellLine ? name.Label : null);
}
