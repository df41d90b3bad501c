using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Jobs.Listing;

/// <summary>The portal in numbers; what is private counts nowhere.</summary>
/// <param name="Traces">Published ones, and their claims.</param>
/// <param name="Judged">Supported or refuted by independent data.</param>
public sealed record PortalNumbers(int Running, int Waiting, int Traces, int Claims, int Judged, int Supported)
{
    /// <summary>Of all claims, 0 to 1; null without claims.</summary>
    public double? JudgedShare => Claims == 0 ? null : (double)Judged / Claims;

    /// <summary>Of the judged claims, 0 to 1; null when none was judged.</summary>
    public double? SupportedShare => Judged == 0 ? null : (double)Supported / Judged;
}

/// <summary>Counts of public things for the front page, the same for everybody, at most one second old, so that a crowd costs the database
/// no more than one reader.</summary>
public sealed class PortalCounts(IDbContextFactory<PortalDb> databases, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (PortalNumbers Numbers, long At)? _known;

    public async Task<PortalNumbers> RunAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_known is { } known && clock.GetElapsedTime(known.At) < s_age) return known.Numbers;
            var numbers = await CountAsync(ct);
            _known = (numbers, clock.GetTimestamp());
            return numbers;
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    private async Task<PortalNumbers> CountAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var running = await db.Jobs.CountAsync(j => j.State == JobState.Running && !j.IsPrivate, ct);
        var waiting = await db.Jobs.CountAsync(j => j.State == JobState.Queued && !j.IsPrivate, ct)
            + await db.BatchPieces.Where(p => db.Batches.Any(b => b.Number == p.BatchNumber && !b.IsPrivate)).SumAsync(p => p.Count, ct);
        var sums = await db.Traces.Where(t => t.State == TraceState.Published && !t.IsPrivate).GroupBy(_ => 1).Select(g => new
        {
            Traces = g.Count(),
            Supported = g.Sum(t => t.Supported),
            Refuted = g.Sum(t => t.Refuted),
            Open = g.Sum(t => t.Undetermined + t.NotTestable + t.SameSource),
        }).FirstOrDefaultAsync(ct);
        return sums is null
            ? new PortalNumbers(running, waiting, 0, 0, 0, 0)
            : new PortalNumbers(
                running, waiting, sums.Traces, sums.Supported + sums.Refuted + sums.Open, sums.Supported + sums.Refuted, sums.Supported);
    }
}
