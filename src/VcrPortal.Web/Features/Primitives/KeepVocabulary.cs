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
        do
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                vocabulary.Become(await VocabularyStore.ReadAsync(db, stoppingToken));
            }
            catch (Exception e) when (DatabaseTrouble.Describe(e) is { } reason && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The vocabulary could not be read, the one before stays in use. {Reason}", reason);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
