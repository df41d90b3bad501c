using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Browse;

/// <summary>The public corpus in numbers. Every page that says one of them takes it from here; what is private counts nowhere.</summary>
/// <param name="Listed">Traces of the list as it opens.</param>
/// <param name="TooLittle">Traces beside it: they reach no measurable effect, or nothing of them was checked.</param>
/// <param name="Claims">The claims of all these traces, in the latest revision of each.</param>
/// <param name="Judged">Claims that independent data supports, disputes or refutes.</param>
/// <param name="Supported">Claims that independent data supports.</param>
public sealed record CorpusNumbers(int Listed, int TooLittle, int Claims, int Judged, int Supported)
{
    public static CorpusNumbers None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>The share of all claims that was judged, 0 to 1; null without claims.</summary>
    public double? JudgedShare => Claims == 0 ? null : (double)Judged / Claims;

    /// <summary>The share of the judged claims that is supported, 0 to 1; null when none was judged.</summary>
    public double? SupportedShare => Judged == 0 ? null : (double)Supported / Judged;

    /// <summary>"591 more where we know too little"; null where there are none.</summary>
    public string? More => TooLittle == 0 ? null : $"{Count(TooLittle)} more where we know too little";

    /// <summary>"1,184 traces, 591 more where we know too little".</summary>
    public string Sentence => $"{Count(Listed)} {(Listed == 1 ? "trace" : "traces")}{(More is { } more ? $", {more}" : "")}";

    internal static async Task<CorpusNumbers> CountAsync(PortalDb db, Caller caller, CancellationToken ct)
    {
        var kept = db.Traces.NotHeldBack(db, caller).Where(t => !t.IsPrivate).Kept();
        return await kept.GroupBy(_ => 1).Select(g => new
        {
            Listed = g.Count(t => !t.KnowsTooLittle),
            All = g.Count(),
            Supported = g.Sum(t => t.Supported),
            Against = g.Sum(t => t.Refuted + t.Disputed),
            Open = g.Sum(t => t.Undetermined + t.Dependent + t.NotTestable + t.SameSource),
        }).FirstOrDefaultAsync(ct) is { } sums
            ? new(sums.Listed, sums.All - sums.Listed, sums.Supported + sums.Against + sums.Open, sums.Supported + sums.Against,
                sums.Supported)
            : None;
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>Which traces a reader meets, in one place for lists and for counts.</summary>
internal static class ListedTraces
{
    /// <summary>Without those that the publication rule withheld.</summary>
    public static IQueryable<TraceRow> Kept(this IQueryable<TraceRow> traces) => traces.Where(t => t.State != TraceState.Discarded);

    /// <summary>The ones that it withheld.</summary>
    public static IQueryable<TraceRow> Withheld(this IQueryable<TraceRow> traces) => traces.Where(t => t.State == TraceState.Discarded);

    /// <summary>Those of the kept traces that a list shows without being asked for more.</summary>
    public static IQueryable<TraceRow> WithAnEnd(this IQueryable<TraceRow> traces) => traces.Where(t => !t.KnowsTooLittle);

    /// <summary>The rest of those kept.</summary>
    public static IQueryable<TraceRow> WithoutAnEnd(this IQueryable<TraceRow> traces) => traces.Where(t => t.KnowsTooLittle);
}
