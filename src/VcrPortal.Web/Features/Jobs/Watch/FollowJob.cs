using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Live;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>A job as it is drawn: its state, and its graph with a place for every claim.</summary>
/// <param name="Audience">Who may see it, read after the events that it stands for.</param>
public sealed record JobView(JobProgress Progress, GrowingGraph? Graph, Audience Audience)
{
    public static JobView Empty { get; } = From(JobProgress.Empty, Audience.Everybody);

    public static JobView From(JobProgress progress, Audience audience) => new(progress, GrowingGraph.Next(null, progress), audience);

    public JobView Next(JobProgress progress, Audience audience) => new(progress, GrowingGraph.Next(Graph, progress), audience);
}

/// <summary>What all viewers of a job see: its log is read and folded, and its claims are placed, once for all of them.</summary>
[Requires(Operation.ReadJob)]
public sealed class FollowJob
{
    private readonly SharedViews<int, JobView> _views;

    public FollowJob(IDbContextFactory<PortalDb> databases, JobFeed feed) => _views = new((job, ct) => ReadAsync(databases, feed, job, ct));

    /// <summary>The view now and each later one; ends with the job, and before the first event that the caller may not see.</summary>
    public async IAsyncEnumerable<JobView> RunAsync(int jobNumber, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var view in _views.FollowAsync(jobNumber, ct))
        {
            if (!view.Audience.Includes(caller)) yield break;
            yield return view;
        }
    }

    private static async IAsyncEnumerable<JobView> ReadAsync(
        IDbContextFactory<PortalDb> databases, JobFeed feed, int jobNumber, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await BeginAsync(databases, jobNumber, ct) is not { } view) yield break;
        yield return view;
        await foreach (var batch in feed.WatchAsync(jobNumber, view.Progress.LastSequence, ct))
        {
            if (await AudienceAsync(databases, jobNumber, ct) is not { } audience) yield break;
            yield return view = view.Next(view.Progress.Apply(batch), audience);
        }
    }

    private static async Task<JobView?> BeginAsync(IDbContextFactory<PortalDb> databases, int jobNumber, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var progress = await EventLog.ReplayAsync(db, jobNumber, ct);
        return await db.FindAudienceAsync<JobRow>(jobNumber, ct) is { } audience ? JobView.From(progress, audience) : null;
    }

    private static async Task<Audience?> AudienceAsync(IDbContextFactory<PortalDb> databases, int jobNumber, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.FindAudienceAsync<JobRow>(jobNumber, ct);
    }
}
