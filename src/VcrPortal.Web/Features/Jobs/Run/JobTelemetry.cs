using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>What the jobs of this process tell of themselves: one activity for each attempt, and counts. Nobody listens unless a collector
/// is configured; then nothing is kept here either.</summary>
public sealed class JobTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "VcrPortal";

    private static readonly ActivitySource Source = new(Name);

    private readonly IDbContextFactory<PortalDb> _databases;
    private readonly TimeProvider _clock;
    private readonly Counter<long> _started;
    private readonly Counter<long> _verdicts;
    private readonly Histogram<double> _duration;

    public JobTelemetry(IMeterFactory meters, IDbContextFactory<PortalDb> databases, TimeProvider clock)
    {
        (_databases, _clock) = (databases, clock);
        var meter = meters.Create(Name);
        _started = meter.CreateCounter<long>("vcrportal.jobs.started", "{attempt}", "Attempts at jobs that this process has begun");
        _duration = meter.CreateHistogram<double>(
            "vcrportal.jobs.duration", "s", "How long an attempt took; outcome: completed, failed, cancelled, requeued, lost");
        _verdicts = meter.CreateCounter<long>("vcrportal.verdicts", "{verdict}", "Verdicts of the traces that this process has stored");
        meter.CreateObservableGauge("vcrportal.jobs.queued", CountQueued, "{job}", "Jobs that wait, in all of the portal");
    }

    internal Attempt Begin(JobClaim claim)
    {
        _started.Add(1);
        return new(this, claim);
    }

    /// <summary>Asked when a collector asks. While the database is away there is no number.</summary>
    private IEnumerable<Measurement<int>> CountQueued()
    {
        try
        {
            using var db = _databases.CreateDbContext();
            return [new(db.Jobs.Count(j => j.State == JobState.Queued))];
        }
        catch (Exception e) when (DatabaseTrouble.Describe(e) is not null)
        {
            return [];
        }
    }

    /// <summary>One attempt at a job, from claim to end.</summary>
    internal sealed class Attempt : IDisposable
    {
        private readonly JobTelemetry _to;
        private readonly Activity? _activity;
        private readonly long _since;
        private string _outcome = "lost";

        public Attempt(JobTelemetry to, JobClaim claim)
        {
            (_to, _since) = (to, to._clock.GetTimestamp());
            _activity = Source.StartActivity("job");
            _activity?.SetTag("vcrportal.job.number", claim.JobNumber).SetTag("vcrportal.job.attempt", claim.Attempt)
                .SetTag("vcrportal.job.is_batch", claim.IsBatch);
        }

        public void End(JobEnd end, NewTrace? trace)
        {
            _outcome = end switch
            {
                JobEnd.Completed => "completed",
                JobEnd.Failed => "failed",
                JobEnd.Cancelled => "cancelled",
                _ => "requeued",
            };
            if (end is JobEnd.Failed(var reason)) _activity?.SetStatus(ActivityStatusCode.Error, reason);
            foreach (var verdicts in (trace?.Verdicts ?? []).CountBy(v => v.Kind))
                _to._verdicts.Add(verdicts.Value, new KeyValuePair<string, object?>("kind", verdicts.Key.ToString()));
        }

        public void Dispose()
        {
            _activity?.SetTag("vcrportal.job.outcome", _outcome);
            _activity?.Dispose();
            _to._duration.Record(
                _to._clock.GetElapsedTime(_since).TotalSeconds, new KeyValuePair<string, object?>("outcome", _outcome));
        }
    }
}
