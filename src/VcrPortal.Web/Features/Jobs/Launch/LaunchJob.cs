using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Retrying;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Usage;

namespace VcrPortal.Web.Features.Jobs.Launch;

/// <summary>What became of a launch.</summary>
public abstract record LaunchOutcome
{
    private LaunchOutcome() { }

    public sealed record Launched(int JobNumber) : LaunchOutcome;
    /// <summary>Launching needs an account here.</summary>
    public sealed record NotAllowed : LaunchOutcome;
    /// <summary>A visitor asked for a private job: nobody could say whose it is.</summary>
    public sealed record PrivateNeedsAccount : LaunchOutcome;
    /// <param name="Limit">Jobs of one person that may wait or run at the same time.</param>
    public sealed record QuotaReached(int Limit) : LaunchOutcome;
    /// <param name="Limit">Jobs that may wait at the same time.</param>
    public sealed record QueueFull(int Limit) : LaunchOutcome;
    public sealed record Invalid(ImmutableArray<LaunchProblem> Problems) : LaunchOutcome;
    /// <summary>There is no such job to fork, or it is private and not for this caller.</summary>
    public sealed record OriginNotThere : LaunchOutcome;
    /// <summary>The origin's stages before this one did not all come to their end, or left no text.</summary>
    public sealed record StageNotReached(Stage From) : LaunchOutcome;
    /// <summary>The models of this person may use no more tokens this month.</summary>
    public sealed record NoTokensLeft(TokensSpent Spent) : LaunchOutcome;
    /// <summary>The database did not take it: its disk is full, say. Nothing was queued.</summary>
    public sealed record NotSaved(string Reason) : LaunchOutcome;
}

/// <summary>What is wrong with one field of a record, to be shown beside it.</summary>
/// <param name="Field"><c>compound</c>, <c>gene</c>, <c>smiles</c>, <c>cellLine</c>, <c>report</c>, or the record's own key.</param>
public sealed record LaunchProblem(string Field, string Message);

/// <summary>How a job is to be made.</summary>
/// <param name="Engine">The id or title of the engine that is to write; null for the default one.</param>
/// <param name="IsPrivate">For the caller and those whom they invite only.</param>
/// <param name="RefinementSteps">Edits that may be tried after the first verification, 0 to 10; 0 for none.</param>
/// <param name="Origin">The job that it is forked from, which the caller may read; null for a question of its own.</param>
/// <param name="From">The stage at which it begins, with what the origin's earlier stages made; null for the first.</param>
public sealed record LaunchSetting(
    string? Engine = null, bool IsPrivate = false, int RefinementSteps = LaunchSetting.UsualSteps, int? Origin = null, Stage? From = null)
{
    public const int UsualSteps = 3, MostSteps = 10;
}

/// <summary>Queues one generation job.</summary>
[Requires(Operation.LaunchJob)]
public sealed class LaunchJob(
    IDbContextFactory<PortalDb> databases, QueueBell bell, ITraceGenerator generator, IOptions<JobOptions> jobs,
        IOptions<LaunchOptions> launch, MonthlyTokens tokens, TimeProvider clock,
    ILogger<LaunchJob> log)
{
    /// <summary>With the default engine.</summary>
    public Task<LaunchOutcome> RunAsync(PerturbationRecord record, bool isPrivate, Caller caller, CancellationToken ct) =>
        RunAsync(record, engine: null, isPrivate, caller, ct);

    /// <param name="engine">The id or title of the engine that is to write; null for the default one.</param>
    /// <param name="isPrivate">For the caller and those whom they invite only.</param>
    public Task<LaunchOutcome> RunAsync(
        PerturbationRecord record, string? engine, bool isPrivate, Caller caller, CancellationToken ct) =>
        RunAsync(record, new LaunchSetting(engine, isPrivate), caller, ct);

    public async Task<LaunchOutcome> RunAsync(PerturbationRecord record, LaunchSetting setting, Caller caller, CancellationToken ct)
    {
        var (engine, isPrivate) = (setting.Engine, setting.IsPrivate);
        if (!caller.May(Operation.LaunchJob, launch.Value.Site)) return new LaunchOutcome.NotAllowed();
        if (isPrivate && !caller.IsSignedIn) return new LaunchOutcome.PrivateNeedsAccount();
        if (LaunchRules.Check(record) is { IsEmpty: false } problems) return new LaunchOutcome.Invalid(problems);
        if (LaunchRules.Check(record, engine, generator.Engines) is { } wrongEngine) return new LaunchOutcome.Invalid([wrongEngine]);
        if (LaunchRules.Check(setting) is { } wrongSteps) return new LaunchOutcome.Invalid([wrongSteps]);
        var writer = LaunchRules.Find(engine, generator.Engines);
        var job = new JobSetting(writer?.Title ?? generator.Engine, setting.RefinementSteps, setting.Origin)
        {
            From = setting.From,
            UsesModel = (writer ?? generator.Engines.FirstOrDefault())?.Model is not null,
        };
        try
        {
            return await databases.InTransactionAsync(
                Repeatable.IfUndone, (db, transaction) => QueueAsync(db, transaction, record, job, isPrivate, caller, ct), ct);
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is { } reason && !ct.IsCancellationRequested)
        {
            log.LogError(e, "A job was not saved");
            return new LaunchOutcome.NotSaved(reason);
        }
    }

    private async Task<LaunchOutcome> QueueAsync(
        PortalDb db, PortalTransaction transaction, PerturbationRecord record, JobSetting setting, bool isPrivate, Caller caller,
        CancellationToken ct)
    {
        var number = await NumberSeries.TakeAsync(db, NumberSeries.Job, 1, ct); // first: it locks, so that the counts hold
        var mine = await db.Jobs.CountAsync(
            j => j.VisitorKey == caller.Key && !j.IsBatch && (j.State == JobState.Queued || j.State == JobState.Running), ct);
        var waiting = await db.Jobs.CountAsync(j => j.State == JobState.Queued && !j.IsBatch, ct);
        if (setting.Origin is { } origin && await db.FindResourceAsync<JobRow>(origin, caller, ct) is null)
            return new LaunchOutcome.OriginNotThere();
        if (Refuse(await launch.Value.QuotaOfAsync(db, caller, ct), mine, waiting) is { } refusal) return refusal;
        if (setting.UsesModel && await tokens.FindSpentAsync(db, caller.Key, ct) is { } spent) return new LaunchOutcome.NoTokensLeft(spent);
        IReadOnlyList<JobEventBody> earlier = [];
        if (setting is { Origin: { } old, From: { } from })
        {
            if (await EarlierStages.ReadAsync(db, old, from, ct) is not { } told) return new LaunchOutcome.StageNotReached(from);
            earlier = told;
        }
        var now = clock.GetUtcNow().UtcDateTime;
        EnqueuedJob.Add(db, number, record, setting, new(caller.Key, isPrivate), batchNumber: null, now, earlier);
        HistoryWriter.Add(db, caller, Operation.LaunchJob, HistorySubject.Job(number), now, isPrivate ? "private" : null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        bell.Ring();
        return new LaunchOutcome.Launched(number);
    }

    private LaunchOutcome? Refuse(LaunchQuota quota, int mine, int waiting) =>
        mine >= quota.Jobs ? new LaunchOutcome.QuotaReached(quota.Jobs)
        : waiting >= jobs.Value.QueueLimit ? new LaunchOutcome.QueueFull(jobs.Value.QueueLimit)
        : null;
}
