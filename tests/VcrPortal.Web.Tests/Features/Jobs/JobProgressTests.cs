using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs;

public class JobProgressTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    // Events that real logs hold, and orders that none should: the laws hold for both.
    private static readonly JobEventBody[] Pool =
    [
        new JobEventBody.Queued(), new JobEventBody.Started(1), new JobEventBody.Started(2), new JobEventBody.Requeued("restart"),
            new JobEventBody.CancelRequested(),
        new JobEventBody.Unknown("later"), new JobEventBody.Completed(3), new JobEventBody.Failed("no"),
        .. Samples.Run.Select(e => new JobEventBody.Generated(e)),
        new JobEventBody.Generated(new GenerationEvent.ActionAdded("not an action (", [])),
        new JobEventBody.Generated(new GenerationEvent.SourceFailed("Starter pack", "gone")),
        new JobEventBody.Generated(new GenerationEvent.StageFailed(Stage.Explain, "broke")),
        new JobEventBody.Generated(new GenerationEvent.DiagnosticRaised(new Diagnostic("VCR101", Severity.Warning, "odd"))),
    ];

    private static readonly Arbitrary<(JobEvent[] Events, int[] Cuts)> Logs =
        (from picks in Gen.Choose(0, Pool.Length - 1).ArrayOf()
         from cuts in Gen.Choose(1, 5).ArrayOf(picks.Length + 1)
         select (picks.Select((pick, i) => new JobEvent(i + 1, Start.AddSeconds(i), Pool[pick])).ToArray(), cuts)).ToArbitrary();

    [Fact]
    public void Apply_InAnyBatches_GivesTheSameState() => Prop.ForAll(Logs, log =>
    {
        var (left, progress) = (log.Events.AsSpan().ToArray().AsEnumerable(), JobProgress.Empty);
        foreach (var cut in log.Cuts)
        {
            progress = progress.Apply([.. left.Take(cut)]);
            left = left.Skip(cut).ToArray();
        }
        progress = progress.Apply([.. left]);
        return ProgressText.For(progress) == ProgressText.For(JobProgress.Empty.Apply(log.Events));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_ReplayedToK_IsTheStateAtK() => Prop.ForAll(Logs, log =>
    {
        var progress = JobProgress.Empty;
        for (var k = 1; k <= log.Events.Length; k++)
        {
            progress = progress.Apply([log.Events[k - 1]]);
            if (ProgressText.For(progress) != ProgressText.For(JobProgress.Empty.Apply(log.Events[..k]))) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_EventsThatWereSeen_ChangeNothing() => Prop.ForAll(Logs, log =>
    {
        var progress = JobProgress.Empty.Apply(log.Events);
        return ReferenceEquals(progress, progress.Apply(log.Events))
            || ProgressText.For(progress) == ProgressText.For(progress.Apply(log.Events));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_AWholeRun_HoldsAllThatAPageShows()
    {
        var progress = After(
            [new JobEventBody.Queued(), new JobEventBody.Started(1), .. Samples.Run.Select(e => new JobEventBody.Generated(e)),
            new JobEventBody.Completed(12)]);
        Assert.Equal((JobState.Completed, 12, 1), (progress.State, progress.TraceNumber, progress.Attempt));
        Assert.All(progress.Stages, s => Assert.Equal(StageState.Finished, s.State));
        Assert.Equal("Binimetinib holds MEK down [1].", progress.Report);
        Assert.Equal(Samples.Text, ExplanationWriter.Write(progress.Graph!));
        Assert.Equal([1], progress.Citations[new NodeId("n3")].AsEnumerable());
        Assert.Equal([1], progress.Citations[Claim.ContextId].AsEnumerable());
        Assert.Equal(new SourceProgress("Starter pack", 1, null), Assert.Single(progress.Sources));
        Assert.Equal(
            (1, 5, 2, 1), (progress.Evidence.Length, progress.Verdicts.Length, progress.Revisions.Length, progress.Entities.Length));
    }

    [Fact]
    public void Apply_WithoutNewActions_KeepsTheInstanceOfTheGraph()
    {
        var before = After([.. Samples.Run.Take(30).Select(e => new JobEventBody.Generated(e))]);
        Assert.NotNull(before.Graph);
        var after = before.Apply(
            [new JobEvent(
            before.LastSequence + 1, Start, new JobEventBody.Generated(new GenerationEvent.StageProgressed(Stage.Verify, "x")))]);
        Assert.Same(before.Graph, after.Graph);
    }

    [Fact]
    public void Apply_AStageThatStartsAgain_DropsItsOutputsAndAllLaterOnes()
    {
        var progress =
            After([.. Samples.Run.Append(new GenerationEvent.StageStarted(Stage.Explain)).Select(e => new JobEventBody.Generated(e))]);
        Assert.Null(progress.Graph);
        Assert.Empty(progress.Citations);
        Assert.Empty(progress.Verdicts);
        Assert.Empty(progress.Revisions);
        Assert.NotEqual("", progress.Report);
        Assert.Single(progress.Evidence);
        Assert.Equal(StageState.Running, progress.Stages.Single(s => s.Stage == Stage.Explain).State);
        Assert.Equal(StageState.Planned, progress.Stages.Single(s => s.Stage == Stage.Verify).State);
    }

    [Fact]
    public void Apply_ARunRepeatedFromTheStart_IsTheSameAsOneRun()
    {
        var once = Samples.Run.Select(e => new JobEventBody.Generated(e)).ToArray();
        var (a, b) = (After(once), After([.. once, .. once]));
        Assert.Equal(ExplanationWriter.Write(a.Graph!), ExplanationWriter.Write(b.Graph!));
        Assert.Equal(
            (a.Report, a.Verdicts.Length, a.Evidence.Length, a.Entities.Length, a.Stages.Length),
            (b.Report, b.Verdicts.Length, b.Evidence.Length, b.Entities.Length, b.Stages.Length));
    }

    [Fact]
    public void Apply_ALongLog_KeepsTheLastFiveHundredLines()
    {
        var progress = After(
            [.. Enumerable.Range(0, 1300)
            .Select(i => new JobEventBody.Generated(new GenerationEvent.StageProgressed(Stage.Retrieve, $"step {i}")))]);
        Assert.Equal(500, progress.Log.Length);
        Assert.Equal(1300, progress.Log[^1].Sequence);
    }

    [Fact]
    public void ToGenerationState_HoldsTheOutputsOfFinishedStagesOnly()
    {
        var cut = Samples.Run.IndexOf(Samples.Run.OfType<GenerationEvent.EdgeAdded>().First()); // in the middle of Explain
        var state = After([.. Samples.Run.Take(cut).Select(e => new JobEventBody.Generated(e))]).ToGenerationState();
        Assert.Equal([Stage.Preprocess, Stage.Retrieve, Stage.Report], state.Finished.AsEnumerable());
        Assert.Equal("Binimetinib holds MEK down [1].", state.Report);
        Assert.Single(state.Evidence);
        Assert.Equal("", state.ExplanationText);
        Assert.Empty(state.Citations);
    }

    private static JobProgress After(IReadOnlyList<JobEventBody> bodies) =>
        JobProgress.Empty.Apply([.. bodies.Select((b, i) => new JobEvent(i + 1, Start.AddSeconds(i), b))]);
}
