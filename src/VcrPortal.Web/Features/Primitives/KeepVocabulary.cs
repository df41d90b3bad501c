using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Primitives;

/// <summary>Takes the newest vocabulary into use when the program starts, and what another process has accepted within a minute.</summary>
internal sealed class KeepVocabulary(
    IDbContextFactory<PortalDb> databases, VocabularyInUse vocabulary, TimeProvider clock, ILogger<KeepVocabulary> log)
    : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Step, clock);
        try
        {
            do await ReadAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        // Whatever a reading says that is cut off by the end of its process (the database may have gone first): it is no failure.
        catch (Exception) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            vocabulary.Become(await VocabularyStore.ReadAsync(db, ct));
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is { } reason && !ct.IsCancellationRequested)
        {
            log.LogWarning("The vocabulary could not be read, the one before stays in use. {Reason}", reason);
        }
    }
}
