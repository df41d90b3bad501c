using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Refining;

/// <param name="Note">What the refinement said of the evidence that drove it and that which scores.</param>
public sealed record RefinementStory(ImmutableArray<RefinementProgress> Steps, string? Note);

/// <summary>How the explanation of a job was refined, read from its log by its kinds: a trace shows it without the rest of the
/// story.</summary>
[Requires(Operation.ReadJob)]
public sealed class ReadTrail(IDbContextFactory<PortalDb> databases)
{
    private static readonly string[] Kinds =
    [
        .. new GenerationEvent[] { new GenerationEvent.StageStarted(Stage.Refine), new GenerationEvent.StageFinished(Stage.Refine, "") }
            .Select(e => JobEventText.KindOf(new JobEventBody.Generated(e))),
        "discrepancy-found", "edit-tried",
    ];

    /// <returns>Null where nothing was refined, or the job is not for this caller.</returns>
    public async Task<RefinementStory?> RunAsync(int jobNumber, Caller caller, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.FindResourceAsync<JobRow>(jobNumber, caller, ct) is null) return null;
        var rows = await db.JobEvents.Where(e => e.JobNumber == jobNumber && Kinds.Contains(e.Kind))
            .OrderBy(e => e.Sequence).ToListAsync(ct);
        var progress = JobProgress.Empty.Apply([.. rows.Select(JobEventText.FromRow)]);
        return progress.Refinement.IsEmpty ? null
            : new(progress.Refinement, progress.Stages.FirstOrDefault(s => s.Stage == Stage.Refine)?.Note);
    }
}
