using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The public, published traces and their claims, counted in the latest revision of each.</summary>
/// <param name="Judged">Supported, disputed or refuted by independent data.</param>
public readonly record struct PublishedClaims(int Traces, int Claims, int Judged, int Supported)
{
    internal static async Task<PublishedClaims> CountAsync(PortalDb db, Caller caller, CancellationToken ct)
    {
        var published = db.Traces.NotHeldBack(db, caller).Where(t => t.State == TraceState.Published && !t.IsPrivate);
        var sums = await published.GroupBy(_ => 1).Select(g => new
        {
            Traces = g.Count(),
            Supported = g.Sum(t => t.Supported),
            Against = g.Sum(t => t.Refuted + t.Disputed),
            Open = g.Sum(t => t.Undetermined + t.Dependent + t.NotTestable + t.SameSource),
        }).FirstOrDefaultAsync(ct);
        if (sums is null) return default;
        var judged = sums.Supported + sums.Against;
        return new(sums.Traces, judged + sums.Open, judged, sums.Supported);
    }
}
