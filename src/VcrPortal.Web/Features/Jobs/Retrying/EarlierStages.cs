using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Run;

namespace VcrPortal.Web.Features.Jobs.Retrying;

/// <summary>What the stages of a job before a given one said, for another job that goes on from there.</summary>
internal static class EarlierStages
{
    /// <returns>In their order; null where not all of those stages came to their end, or the job kept no text.</returns>
    public static async Task<IReadOnlyList<JobEventBody>?> ReadAsync(PortalDb db, int jobNumber, Stage from, CancellationToken ct)
    {
        List<JobEvent> log = [];
        while (await EventLog.ReadAsync(db, jobNumber, log.Count, ct) is { Count: > 0 } more) log.AddRange(more);
        return Before(from, log);
    }

    /// <summary>Tokens that the old job used are not used again, so they are not told again.</summary>
    public static IReadOnlyList<JobEventBody>? Before(Stage from, IReadOnlyList<JobEvent> log)
    {
        if (from == Stage.Preprocess) return [];
        var end = 0;
        while (end < log.Count && StartOf(log[end]) is var stage && (stage is null || stage < from)) end++;
        // An attempt that crashed in the middle is followed by another one, which may have gone on to that stage.
        JobEventBody[] told =
        [
            .. log.Take(end).Select(e => e.Body).Where(b =>
                b is JobEventBody.Generated { Event: not GenerationEvent.AgentTold { News: AgentNews.TokensUsed } }),
        ];
        var state = JobProgress.Empty.Apply([.. told.Select((b, i) => new JobEvent(i + 1, default, b))]).ToGenerationState();
        var isWhole = Enum.GetValues<Stage>().Where(s => s < from).All(state.Finished.Contains);
        return isWhole && (from <= Stage.Report || state.Evidence.Length > 0 || state.Report.Length > 0) ? told : null;
    }

    private static Stage? StartOf(JobEvent e) =>
        e.Body is JobEventBody.Generated { Event: GenerationEvent.StageStarted s } ? s.Stage : null;
}
