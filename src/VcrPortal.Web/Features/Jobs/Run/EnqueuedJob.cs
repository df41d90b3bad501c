using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Watch;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>Whose job it is, and whether it is for them and those they invite only.</summary>
internal sealed record JobOwner(string Key, bool IsPrivate);

/// <summary>How a job is to be made.</summary>
/// <param name="Engine">The title of the engine that writes.</param>
/// <param name="RefinementSteps">Edits that may be tried after the first verification; 0 for none.</param>
/// <param name="Origin">The job that it was forked from; null for a question of its own.</param>
internal sealed record JobSetting(string Engine, int RefinementSteps = 0, int? Origin = null)
{
    /// <summary>The stage at which it begins, with what the origin's earlier stages made; null for the first.</summary>
    public Stage? From { get; init; }

    /// <summary>Whether its engine asks a language model.</summary>
    public bool UsesModel { get; init; }
}

/// <summary>How a record stands in the queue: its row, its question and event 1, always together; after that one what it takes over from
/// another job.</summary>
internal static class EnqueuedJob
{
    public static void Add(
        PortalDb db, int number, PerturbationRecord record, JobSetting setting, JobOwner owner, int? batchNumber, DateTime now,
        params IReadOnlyList<JobEventBody> earlier)
    {
        db.Jobs.Add(new JobRow
        {
            Number = number,
            Title = record.Title.Fit(300),
            Compound = record.Perturbations.Select(p => p.DisplayName).FirstOrDefault(n => n.Length > 0)?.Fit(200),
            CellLine = record.Contexts.Select(c => c.CellLine).FirstOrDefault(n => !string.IsNullOrEmpty(n))?.Fit(200),
            Engine = setting.Engine.Fit(60),
            RefinementSteps = setting.RefinementSteps,
            OriginNumber = setting.Origin,
            State = JobState.Queued,
            IsBatch = batchNumber is not null,
            BatchNumber = batchNumber,
            VisitorKey = owner.Key.Fit(64),
            IsPrivate = owner.IsPrivate,
            QueuedAt = now,
            LastSequence = 1 + earlier.Count,
        });
        db.JobRecords.Add(new JobRecordRow { JobNumber = number, RecordJson = PortalJson.Write(record) });
        db.JobEvents.Add(JobEventText.ToRow(number, new JobEvent(1, now, new JobEventBody.Queued())));
        db.JobEvents.AddRange(earlier.Select((body, i) => JobEventText.ToRow(number, new JobEvent(i + 2, now, body))));
    }
}
