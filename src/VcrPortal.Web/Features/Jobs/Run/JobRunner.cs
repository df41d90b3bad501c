using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Usage;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>Runs one claimed job to its end: pipeline into journal, its claim watched beside it, and one honest ending.</summary>
public sealed class JobRunner(
    IDbContextFactory<PortalDb> databases, ITraceGenerator generator, JobFeed feed, CheckClaim check, FinishJob finish, StopBell stops,
    IOptions<JobOptions> options, MonthlyTokens tokens, TimeProvider clock, JobTelemetry telemetry, ILogger<JobRunner> log)
{
    public const string ShuttingDown = "the server is being restarted";

    public async Task RunAsync(JobClaim claim, CancellationToken shuttingDown)
    {
        using var scope = log.BeginScope("Job {Job} attempt {Attempt}", claim.JobNumber, claim.Attempt);
        using var attempt = telemetry.Begin(claim);
        using var cancellation = new JobCancellation(shuttingDown);
        using var asked = stops.Register(claim.JobNumber); // before the first look, so that none is missed
        var work = await LoadAsync(claim, CancellationToken.None);
        if (work.StopRequested) cancellation.Stop(); // asked for while an earlier worker had it
        var watching = WatchAsync(claim, asked, cancellation);
        var end = await RefusalAsync(claim, work) ?? await GenerateAsync(claim, work, cancellation);
        cancellation.Finish();
        await watching;
        if (end is not null) await EndAsync(claim, end, work, attempt);
    }

    // Without a token: the end is written even while shutting down. It is one short transaction, and the truth.
    private async Task EndAsync(JobClaim claim, JobEnd end, JobWork work, JobTelemetry.Attempt attempt)
    {
        try
        {
            var trace = work.ToTrace(end);
            if (await finish.RunAsync(claim, end, trace, CancellationToken.None)) attempt.End(end, trace);
            else log.LogWarning("The job was taken over before it could be ended");
        }
        catch (Exception e) when (end is JobEnd.Completed or JobEnd.Cancelled or JobEnd.Failed)
        {
            log.LogError(e, "The end of the job could not be stored");
            // Without its trace the end is a few bytes, which may still fit; if not, another attempt is made.
            var failed = new JobEnd.Failed(DatabaseTrouble.Describe(e) ?? Unexpected(claim));
            if (await finish.RunAsync(claim, failed, null, CancellationToken.None)) attempt.End(failed, null);
        }
    }

    /// <summary>A job that waited while others used up its owner's tokens is not begun; one that has begun goes on.</summary>
    private async Task<JobEnd?> RefusalAsync(JobClaim claim, JobWork work)
    {
        if (claim.Attempt > 1 || LaunchRules.Find(work.Setting.Engine, generator.Engines)?.Model is null) return null;
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var owner = await db.Jobs.Where(j => j.Number == claim.JobNumber).Select(j => j.VisitorKey).SingleAsync(CancellationToken.None);
        return await tokens.FindSpentAsync(db, owner, CancellationToken.None) is not { } spent ? null
            : new JobEnd.Failed($"It was not begun. {LaunchText.Spent(spent)} Try it again then, or with the built-in engine.");
    }

    private static string Unexpected(JobClaim claim) =>
        $"An unexpected error ended job J-{claim.JobNumber}; the server's log has the details.";

    private async Task<JobWork> LoadAsync(JobClaim claim, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var json = await db.JobRecords.Where(r => r.JobNumber == claim.JobNumber).Select(r => r.RecordJson).SingleAsync(ct);
        var job = await db.Jobs.Where(j => j.Number == claim.JobNumber)
            .Select(j => new { j.Engine, j.RefinementSteps, j.CancelRequested }).SingleAsync(ct);
        // Batch jobs store no text, so there is nothing to go on from: they begin anew.
        var before = claim.IsBatch ? JobProgress.Empty : await EventLog.ReplayAsync(db, claim.JobNumber, ct);
        return new JobWork(claim.JobNumber, PortalJson.Read<PerturbationRecord>(json), json, new(job.Engine, job.RefinementSteps), before,
            job.CancelRequested);
    }

    /// <returns>Null when the job is no longer ours.</returns>
    private async Task<JobEnd?> GenerateAsync(JobClaim claim, JobWork work, JobCancellation cancellation)
    {
        await using var journal = new JobJournal(databases, feed, clock, claim);
        try
        {
            return await WriteAsync(claim, work, journal, cancellation);
        }
        catch (ClaimLostException e)
        {
            log.LogWarning(e, "The job was taken over");
            return null;
        }
        catch (OperationCanceledException) when (cancellation.Token.IsCancellationRequested)
        {
            return await EndCancelledAsync(journal, cancellation);
        }
        catch (Exception e)
        {
            log.LogError(e, "Job failed");
            // A stage that failed has said why in an event of its own.
            return work.HasFailedStage ? work.Judge() : new JobEnd.Failed(DatabaseTrouble.Describe(e) ?? Unexpected(claim));
        }
    }

    private async Task<JobEnd?> WriteAsync(JobClaim claim, JobWork work, JobJournal journal, JobCancellation cancellation)
    {
        var request = new GenerationRequest(
            work.Record, KeepDeltas: !claim.IsBatch, work.Setting.Engine, RefinementSteps: work.Setting.RefinementSteps);
        await foreach (var e in generator.GenerateAsync(request, work.Before.ToGenerationState(), cancellation.Token))
        {
            cancellation.Token.ThrowIfCancellationRequested();
            if (work.Count >= options.Value.EventLimit)
                return new JobEnd.Failed($"It made more than {options.Value.EventLimit} events (setting Jobs:EventLimit).");
            work.Add(e);
            await journal.AppendAsync(e, cancellation.Token);
        }
        await journal.FlushAsync();
        var end = work.Judge();
        return end is JobEnd.Completed || !cancellation.Token.IsCancellationRequested ? end : EndOf(cancellation);
    }

    /// <summary>What was made before the cancellation is stored first.</summary>
    private async Task<JobEnd?> EndCancelledAsync(JobJournal journal, JobCancellation cancellation)
    {
        try { await journal.FlushAsync(); }
        catch (ClaimLostException) { return null; }
        catch (Exception e) { log.LogError(e, "The last events could not be stored"); }
        return EndOf(cancellation);
    }

    private static JobEnd? EndOf(JobCancellation cancellation) =>
        cancellation.ClaimLost ? null : cancellation.StopRequested ? new JobEnd.Cancelled(StopJob.Reason)
            : new JobEnd.Requeued(ShuttingDown);

    private async Task WatchAsync(JobClaim claim, StopBell.Listening asked, JobCancellation cancellation)
    {
        while (true)
        {
            await asked.WaitAsync(CheckClaim.Every, cancellation.Finished).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.Finished.IsCancellationRequested) return;
            try
            {
                var state = await check.RunAsync(claim, CancellationToken.None);
                if (state == ClaimState.Lost) cancellation.Lose();
                if (state == ClaimState.StopRequested) cancellation.Stop();
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The job's row could not be read"); // the database is away; if it stays away the journal ends the job
            }
        }
    }
}
