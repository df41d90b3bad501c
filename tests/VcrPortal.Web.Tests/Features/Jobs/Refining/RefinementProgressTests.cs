using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Refining;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Refining;

/// <summary>The trail of a refinement from its events to the state of a job, to its trace, and back after a crash.</summary>
public class RefinementProgressTests
{
    private static readonly GenerationEvent[] Run =
    [
        .. Samples.Run.TakeWhile(e => e is not GenerationEvent.StageStarted { Stage: Stage.Refine }),
        new GenerationEvent.StageStarted(Stage.Refine), .. Samples.Refined,
    ];

    [Fact]
    public void KeptEdit_ChangesGraphAndVerdicts_AndWhatWasWrittenIsRemembered()
    {
        var progress = After(Run);
        Assert.Equal(Samples.RefinedText, ExplanationWriter.Write(progress.Graph!));
        Assert.DoesNotContain(progress.Verdicts, v => v.Claim.Member == "DUSP6");
        Assert.Equal(Samples.Text, ExplanationWriter.Write(progress.AsWritten!.Graph!));
        Assert.Equal([false, true], progress.Refinement.Select(s => s.Result!.IsKept));
    }

    [Fact]
    public void StageThatStartsAgain_FindsTheExplanationAsItWasWritten()
    {
        var progress = After([.. Run, new GenerationEvent.StageStarted(Stage.Refine)]);
        Assert.Equal(Samples.Text, ExplanationWriter.Write(progress.Graph!));
        Assert.Equal(Samples.Verdicts.Length, progress.Verdicts.Length);
        Assert.Empty(progress.Refinement);
    }

    [Fact]
    public void JobThatGoesOnAfterItsRefinement_BringsBothExplanations()
    {
        var state = After([.. Run, new GenerationEvent.StageFinished(Stage.Refine, "1 kept")]).ToGenerationState();
        Assert.Equal((Samples.Text, Samples.RefinedText), (state.ExplanationText, state.Refined!.Text));
        Assert.Null(After(Run).ToGenerationState().Refined);
    }

    [Fact]
    public async Task Trace_OfARefinedJob_ShowsTheTrailAndVerdictsOfEachRevision()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
        [
            .. Run, new GenerationEvent.StageFinished(Stage.Refine, "2 steps, 1 kept, 1 reverted"),
            new GenerationEvent.StageStarted(Stage.Publish), new GenerationEvent.RevisionWritten(1, Samples.Text, "As generated", false),
            new GenerationEvent.RevisionWritten(2, Samples.RefinedText, "Refined", false),
            new GenerationEvent.StageFinished(Stage.Publish, "done"),
        ]));
        var number = await portal.LaunchAsync();
        await portal.RunNextAsync();
        var story = await portal.Get<ReadTrail>().RunAsync(number, Samples.Anybody, default);
        Assert.Equal((2, "2 steps, 1 kept, 1 reverted"), (story!.Steps.Length, story.Note));
        var first = await portal.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default);
        var second = await portal.Get<ReadTrace>().RunAsync(1, 2, Samples.Anybody, default);
        Assert.Contains(first!.Verdicts, v => v.Claim.Member == "DUSP6");
        Assert.DoesNotContain(second!.Verdicts, v => v.Claim.Member == "DUSP6");
    }

    private static JobProgress After(IEnumerable<GenerationEvent> events) =>
        JobProgress.Empty.Apply([.. events.Select((e, i) => new JobEvent(i + 1, default, new JobEventBody.Generated(e)))]);
}
