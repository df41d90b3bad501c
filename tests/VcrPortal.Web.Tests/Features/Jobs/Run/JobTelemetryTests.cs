using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class JobTelemetryTests
{
    [Fact]
    public async Task Job_ThatIsCompleted_TellsItsDurationAndItsVerdicts()
    {
        await using var portal = await TestPortal.StartAsync(new ManualClock());
        using var heard = new Heard(portal);
        await portal.LaunchAsync();
        await portal.LaunchAsync();
        Assert.Equal(2, heard.Queued());
        await portal.RunNextAsync();
        Assert.Equal(1, heard.Queued());
        Assert.Equal(1, heard.Sum("vcrportal.jobs.started"));
        Assert.Equal(["completed"], heard.Tags("vcrportal.jobs.duration"));
        Assert.Equal(Samples.Verdicts.Length, heard.Sum("vcrportal.verdicts"));
        Assert.Equal(Samples.Verdicts.Select(v => v.Kind.ToString()).Distinct().Order(), heard.Tags("vcrportal.verdicts").Order());
    }

    [Fact]
    public async Task Job_ThatFails_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        portal.Generator.Before = (e, _) => e is GenerationEvent.StageStarted { Stage: Stage.Explain }
            ? throw new InvalidOperationException("broken on purpose")
            : Task.CompletedTask;
        using var heard = new Heard(portal);
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        Assert.Equal(["failed"], heard.Tags("vcrportal.jobs.duration"));
        Assert.Equal(1, heard.Sum("vcrportal.jobs.started"));
    }

    [Fact]
    public async Task Job_IsOneActivity_WithItsNumberAndHowItEnded()
    {
        await using var portal = await TestPortal.StartAsync();
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == JobTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var test = new Activity("this test").Start(); // jobs of other tests have other parents
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        var job = Assert.Single(ended, a => a.TraceId == test.TraceId);
        Assert.Equal(
            ("job", 1, 1, "completed"),
            (job.OperationName, job.GetTagItem("vcrportal.job.number"), job.GetTagItem("vcrportal.job.attempt"),
                job.GetTagItem("vcrportal.job.outcome")));
    }

    /// <summary>What the meters of one portal have told, as a collector hears it.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<(string Name, double Value, string? Tag)> _told = new();

        public Heard(TestPortal portal)
        {
            var meters = portal.Get<IMeterFactory>();
            portal.Get<JobTelemetry>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == JobTelemetry.Name && instrument.Meter.Scope == meters)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Hear(i, value, tags));
            _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Hear(i, value, tags));
            _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Hear(i, value, tags));
            _listener.Start();
        }

        public double Sum(string name) => _told.Where(t => t.Name == name).Sum(t => t.Value);

        public IEnumerable<string?> Tags(string name) => _told.Where(t => t.Name == name).Select(t => t.Tag).Distinct();

        public double Queued()
        {
            _listener.RecordObservableInstruments();
            return _told.Last(t => t.Name == "vcrportal.jobs.queued").Value;
        }

        public void Dispose() => _listener.Dispose();

        private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _told.Enqueue((instrument.Name, value, tags.IsEmpty ? null : tags[0].Value?.ToString()));
    }
}
