using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Listing;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class JobRunnerTests
{
    [Fact]
    public async Task Run_ToTheEnd_StoresTheTraceWithTheEventThatSaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var job = await portal.JobAsync(number);
        Assert.Equal((JobState.Completed, 1), (job.State, job.TraceNumber));
        Assert.Equal(new JobEventBody.Completed(1), (await portal.LogAsync(number))[^1].Body);
        var trace = await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default);
        Assert.Equal((number, TraceState.Published, 2), (trace!.JobNumber, trace.State, trace.Revision));
    }

    [Fact]
    public async Task Run_WhenTheRuleWithdraws_StoresADiscardedTraceWithTheReason()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [.. Samples.Run.Where(e => e is not GenerationEvent.RevisionWritten),
                new GenerationEvent.RevisionWritten(1, Samples.Text, "A binding is refuted.", Discarded: true)]));
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        var trace = await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default);
        Assert.Equal((TraceState.Discarded, "A binding is refuted."), (trace!.State, trace.StateReason));
        Assert.Equal(0, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(), Samples.Anybody, default)).Total);
    }

    [Fact]
    public async Task Run_WhoseModelAnsweredAnotherQuestion_KeepsItsWorkInTheLog_AndMakesNoTrace()
    {
        var other = new GenerationEvent.DiagnosticRaised(
            new("VCR502", Severity.Error, "The model answered about Trametinib, not about Binimetinib."));
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [.. Samples.Run.TakeWhile(e => e is not GenerationEvent.StageFinished { Stage: Stage.Explain }), other,
                new GenerationEvent.StageFailed(Stage.Explain, other.Diagnostic.Message)]));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var job = await portal.JobAsync(number);
        Assert.Equal((JobState.Failed, null, $"“Build the graph” failed: {other.Diagnostic.Message}"),
            (job.State, job.TraceNumber, job.EndReason));
        var progress = await portal.Get<ReadJob>().ReadProgressAsync(number, Samples.Anybody, default);
        Assert.NotEmpty(progress.Graph!.Actions);
        Assert.NotEmpty(progress.Report);
        await using var db = portal.Db();
        Assert.False(await db.Traces.AnyAsync());
    }

    [Fact]
    public async Task Run_AfterAKilledWorker_SkipsWhatWasFinished()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await DieInTheMiddleAsync(portal, Stage.Explain);
        await portal.RunLeftBehindAsync();

        var state = Assert.Single(portal.Generator.Asked).State;
        Assert.Equal([Stage.Preprocess, Stage.Retrieve, Stage.Report], state.Finished.AsEnumerable());
        Assert.Equal("Binimetinib holds MEK down [1].", state.Report);
        var progress = await portal.Get<ReadJob>().ReadProgressAsync(number, Samples.Anybody, default);
        Assert.Equal((JobState.Completed, 2), (progress.State, progress.Attempt));
        var trace = await portal.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default);
        Assert.Equal(Samples.Text, trace!.Text);
        Assert.Equal(progress.Report, trace.ReportMarkdown);
    }

    [Fact]
    public async Task Run_KilledBetweenTheLastStageAndTheEnd_IsCompletedWithoutAnotherRun()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        await DieInTheMiddleAsync(portal, null);
        await portal.RunLeftBehindAsync();
        Assert.Equal(JobState.Completed, (await portal.JobAsync(number)).State);
        Assert.Equal(2, (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!.Revision);
    }

    [Fact]
    public async Task Run_Stopped_KeepsWhatExistsAsAPartialTrace()
    {
        await using var portal = await TestPortal.StartAsync();
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(Stage.Verify, reached);
        var number = await portal.LaunchAsync(visitor: "me");
        var running = portal.RunNextAsync();
        await reached.Task;
        Assert.IsType<StopOutcome.NotAllowed>(await portal.Get<StopJob>().RunAsync(number, Caller.Visitor("somebody else"), default));
        Assert.IsType<StopOutcome.Stopping>(await portal.Get<StopJob>().RunAsync(number, Caller.Visitor("me"), default));
        await running;

        Assert.Equal(JobState.Cancelled, (await portal.JobAsync(number)).State);
        Assert.Equal(new JobEventBody.Cancelled(StopJob.Reason, 1), (await portal.LogAsync(number))[^1].Body);
        var trace = await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default);
        Assert.Equal((TraceState.Partial, StopJob.Reason, Samples.Text), (trace!.State, trace.StateReason, trace.Text));
        Assert.IsType<StopOutcome.AlreadyOver>(await portal.Get<StopJob>().RunAsync(number, Caller.Visitor("me"), default));
    }

    [Fact]
    public async Task Run_StoppedFromAnotherProcess_NoticesWhenItLooks()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        await using var other = await TestPortal.StartAsync(clock, beside: portal);
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(Stage.Report, reached);
        var number = await portal.LaunchAsync(visitor: "me");
        var running = portal.RunNextAsync();
        await reached.Task;
        Assert.IsType<StopOutcome.Stopping>(await other.Get<StopJob>().RunAsync(number, Caller.Visitor("me"), default));
        await clock.RunAsync(Finished(running), TimeSpan.FromMilliseconds(100));
        Assert.Equal(JobState.Cancelled, (await portal.JobAsync(number)).State);
    }

    [Fact]
    public async Task Stop_BeforeItRuns_EndsItAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync(visitor: "me");
        Assert.IsType<StopOutcome.Stopped>(await portal.Get<StopJob>().RunAsync(number, Caller.Visitor("me"), default));
        Assert.Null(await portal.BeginNextAsync());
        Assert.Equal(new JobEventBody.Cancelled(StopJob.Reason), (await portal.LogAsync(number))[^1].Body);
        Assert.IsType<StopOutcome.NotFound>(await portal.Get<StopJob>().RunAsync(404, Caller.Visitor("me"), default));
    }

    [Fact]
    public async Task Run_StoppedAndKilled_IsEndedByTheNextWorker()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync(visitor: "me");
        await portal.BeginNextAsync();
        await portal.Get<StopJob>().RunAsync(number, Caller.Visitor("me"), default);
        await portal.RunLeftBehindAsync();
        Assert.Equal((JobState.Cancelled, null), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).TraceNumber));
    }

    [Fact]
    public async Task Run_WhenAStageFails_EndsWithItsReasonAndKeepsWhatExists()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [.. Samples.Run.TakeWhile(e => e is not GenerationEvent.VerdictReached),
                new GenerationEvent.StageFailed(Stage.Verify, "no reference data")]));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        Assert.Equal(new JobEventBody.Failed("“Check claims” failed: no reference data", 1), (await portal.LogAsync(number))[^1].Body);
        Assert.Equal(TraceState.Partial, (await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default))!.State);
    }

    [Fact]
    public async Task Run_WhenThePipelineThrows_EndsWithAPlainSentence()
    {
        await using var portal = await TestPortal.StartAsync();
        portal.Generator.Before = (_, _) => throw new InvalidOperationException("secret of the machine");
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var failed = Assert.IsType<JobEventBody.Failed>((await portal.LogAsync(number))[^1].Body);
        Assert.DoesNotContain("secret", failed.Reason);
        Assert.Contains($"J-{number}", failed.Reason);
        Assert.Null(failed.TraceNumber);
    }

    [Fact]
    public async Task Run_WithoutAnExplanation_IsNeverASuccess()
    {
        await using var portal = await TestPortal.StartAsync(
            generator: new ScriptedGenerator([.. Samples.Run.Where(e => e is not GenerationEvent.RevisionWritten)]));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        Assert.Equal(JobState.Failed, (await portal.JobAsync(number)).State);
    }

    [Fact]
    public async Task Run_WhenTheServerShutsDown_GivesTheJobBack()
    {
        await using var portal = await TestPortal.StartAsync();
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(Stage.Explain, reached);
        var number = await portal.LaunchAsync();
        using var shutdown = new CancellationTokenSource();
        var running = portal.RunNextAsync(shutdown.Token);
        await reached.Task;
        await shutdown.CancelAsync();
        await running;

        Assert.Equal(JobState.Queued, (await portal.JobAsync(number)).State);
        portal.Generator.Before = (_, _) => Task.CompletedTask;
        await portal.RunNextAsync();
        var progress = await portal.Get<ReadJob>().ReadProgressAsync(number, Samples.Anybody, default);
        Assert.Equal((JobState.Completed, 2), (progress.State, progress.Attempt));
        Assert.Equal(Samples.Text, (await portal.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default))!.Text);
    }

    [Fact]
    public async Task Run_WhoseJobIsTakenWhileItWorks_WritesNothingMore()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        await using var other = await TestPortal.StartAsync(clock, beside: portal);
        var reached = new TaskCompletionSource();
        portal.Generator.HoldAt(Stage.Explain, reached);
        var number = await portal.LaunchAsync();
        var running = portal.RunNextAsync();
        await reached.Task;
        await other.RunLeftBehindAsync(); // as after a long pause of the machine
        await clock.RunAsync(Finished(running), TimeSpan.FromSeconds(1));

        Assert.Equal((JobState.Completed, 2), ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).Attempt));
        await using var check = portal.Db();
        Assert.Equal(1, await check.Traces.CountAsync());
    }

    [Fact]
    public async Task Run_ABatchJob_LogsNoTextButKeepsTheTraceWhole()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default);
        await portal.RunNextAsync();
        Assert.DoesNotContain(
            await portal.LogAsync(1), e =>
            e.Body is JobEventBody.Generated { Event: GenerationEvent.ReportDelta or GenerationEvent.EvidenceAdded });
        Assert.False(Assert.Single(portal.Generator.Asked).Request.KeepDeltas);
        var trace = await portal.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default);
        Assert.Equal("Binimetinib holds MEK down [1].", trace!.ReportMarkdown);
        Assert.Single(trace.Evidence);
        Assert.Equal(1, (await portal.Get<ReadBatch>().RunAsync(1, Samples.Anybody, default))!.Completed);
    }

    [Fact]
    public async Task Run_ThatTalksWithoutEnd_IsEnded()
    {
        var endless = Enumerable.Repeat<GenerationEvent>(new GenerationEvent.StageProgressed(Stage.Report, "and"), 1001).ToArray();
        await using var portal =
            await TestPortal.StartAsync(generator: new ScriptedGenerator(endless), settings: ("Jobs:EventLimit", "1000"));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        Assert.Contains("Jobs:EventLimit", (await portal.JobAsync(number)).EndReason);
    }

    [Fact]
    public async Task Run_OnAFullDisk_EndsWithThatReason()
    {
        var disk = new FullDisk();
        await using var portal = await TestPortal.StartAsync(interceptor: disk);
        var number = await portal.LaunchAsync();
        disk.RefusesWritesTo = "\"Numbers\""; // of which the trace takes its own
        await portal.RunNextAsync();
        Assert.Equal(
            (JobState.Failed, "The disk of the database is full."),
            ((await portal.JobAsync(number)).State, (await portal.JobAsync(number)).EndReason));
        Assert.Equal(0, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(), Samples.Anybody, default)).Total);
    }

    private static async Task<bool> Finished(Task task)
    {
        await task;
        return true;
    }

    /// <summary>Claims a job, writes its log up to the middle of a stage (null: to the end of the last), and is never heard of
    /// again.</summary>
    private static async Task DieInTheMiddleAsync(TestPortal portal, Stage? stage)
    {
        var claim = await portal.BeginNextAsync();
        var events = Samples.Run.TakeWhile(e => e is not GenerationEvent.StageFinished f || f.Stage != stage).ToArray();
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var first = await EventLog.TakeAsync(db, claim!, events.Length, default);
        await EventLog.WriteAsync(
            db, claim!.JobNumber, first!.Value, default, [.. events.Select(e => new JobEventBody.Generated(e))], default);
        await transaction.CommitAsync();
    }
}
