using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>Makes jobs of what was asked for and does not wait in the queue yet. A batch fills it so, piece by piece.</summary>
/// <returns>False when there is nothing more.</returns>
public delegate Task<bool> RefillQueue(CancellationToken ct);

/// <summary>Runs jobs for as long as the process lives; several processes on one database share the work.</summary>
public sealed class JobWorker(
    ClaimJob claims, JobRunner runner, RefillQueue refill, IJobDispatcher dispatcher, IOptions<JobOptions> options, ILogger<JobWorker> log)
    : BackgroundService
{
    private readonly string _owner = $"{Environment.ProcessId}-{Guid.NewGuid():N}";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => WorkAsync(stoppingToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await claims.RunAsync(_owner, stopping) is { } claim) await runner.RunAsync(claim, stopping);
                else if (!await refill(stopping)) await dispatcher.WaitAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The top of our own loop: the database is away or full. The lease brings the job back; wait one poll and try again.
                if (DatabaseTrouble.Describe(e) is not null)
                    log.LogError("A worker could not go on; it tries again. {Reason}", DatabaseTrouble.Explain(e, ""));
                else log.LogError(e, "A worker could not go on; it tries again");
                await dispatcher.WaitAsync(stopping).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
