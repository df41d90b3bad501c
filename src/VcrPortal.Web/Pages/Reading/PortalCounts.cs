using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Traces.Browse;

namespace VcrPortal.Web.Pages.Reading;

/// <summary>The portal in numbers; what is private counts nowhere.</summary>
public sealed record PortalNumbers(int Running, int Waiting, CorpusNumbers Corpus)
{
    public static PortalNumbers None { get; } = new(0, 0, CorpusNumbers.None);
}

/// <summary>Counts of public things for the front page, the same for everybody, at most one second old, so that a crowd costs the database
/// no more than one reader.</summary>
public sealed class PortalCounts(IDbContextFactory<PortalDb> databases, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (PortalNumbers Numbers, long At)? _known;

    /// <summary>The numbers as everybody sees them; for those who are to judge something blind they are counted alone, without what is held
    /// back.</summary>
    public async Task<PortalNumbers> RunAsync(Caller caller, CancellationToken ct)
    {
        if (!caller.JudgesBlind) return await RunAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.HoldsBackAsync(caller, ct) ? await CountAsync(db, caller, ct) : await RunAsync(ct);
    }

    public async Task<PortalNumbers> RunAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (_known is { } known && clock.GetElapsedTime(known.At) < Age) return known.Numbers;
            await using var db = await databases.CreateDbContextAsync(ct);
            var numbers = await CountAsync(db, Caller.Server, ct);
            _known = (numbers, clock.GetTimestamp());
            return numbers;
        }
        finally { _one.Release(); }
    }

    public void Dispose() => _one.Dispose();

    private static async Task<PortalNumbers> CountAsync(PortalDb db, Caller caller, CancellationToken ct)
    {
        var jobs = await OpenJobs.CountAsync(db, ct);
        var waiting = jobs.Queued + await WaitingRecords.CountAsync(db, ct);
        return new(jobs.Running, waiting, await CorpusNumbers.CountAsync(db, caller, ct));
    }
}
