using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>A job that is not over, as the queue knew it.</summary>
/// <param name="Attempt">How often it had been taken. Who begins with it names this number: if it was taken since, nothing happens.</param>
[GenerateSerializer, Immutable, Alias("vcr.open-job")]
public readonly record struct OpenJob([property: Id(0)] int Number, [property: Id(1)] int Attempt);

/// <summary>What there is to work on: the queue is the table of jobs.</summary>
public sealed class ReadQueue(IDbContextFactory<PortalDb> databases)
{
    /// <summary>Jobs that nobody has begun with, in the order in which they are worked off: interactive before batch, then as
    /// launched.</summary>
    public async Task<IReadOnlyList<OpenJob>> WaitingAsync(int most, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Jobs.Where(j => j.State == JobState.Queued).OrderBy(j => j.IsBatch).ThenBy(j => j.Number).Take(most)
            .Select(j => new OpenJob(j.Number, j.Attempt)).ToListAsync(ct);
    }

    /// <summary>Jobs that somebody works on, or was working on when it died. As many as there are workers.</summary>
    public async Task<IReadOnlyList<OpenJob>> RunningAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Jobs.Where(j => j.State == JobState.Running).OrderBy(j => j.IsBatch).ThenBy(j => j.Number)
            .Select(j => new OpenJob(j.Number, j.Attempt)).ToListAsync(ct);
    }
}
