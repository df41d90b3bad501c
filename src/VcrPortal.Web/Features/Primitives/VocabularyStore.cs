using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives;

/// <summary>The authors' own primitives with those that were accepted here: one version more with each that comes or goes out of use.
/// Nothing is ever taken out, so that every text stays readable.</summary>
internal static class VocabularyStore
{
    public static async Task<PrimitiveVocabulary> ReadAsync(PortalDb db, CancellationToken ct) =>
        From(await db.AcceptedPrimitives.OrderBy(p => p.Since).ThenBy(p => p.Name).ToListAsync(ct));

    public static PrimitiveVocabulary From(IReadOnlyCollection<AcceptedPrimitiveRow> rows)
    {
        var own = PrimitiveVocabulary.Vcr20;
        ImmutableArray<ActionPrimitive> added =
            [.. rows.Where(r => r.DraftJson is not null).Select(r => PortalJson.Read<PrimitiveDraft>(r.DraftJson!).ToPrimitive())];
        return added.IsEmpty && rows.Count == 0 ? own : new(own.Id, VersionOf(rows), [.. own.Primitives, .. added]);
    }

    /// <summary>The newest.</summary>
    public static int VersionOf(IEnumerable<AcceptedPrimitiveRow> rows) =>
        rows.Select(r => Math.Max(r.Since, r.ObsoleteSince ?? 0)).Append(PrimitiveVocabulary.Vcr20.Version).Max();
}
