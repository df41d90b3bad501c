using System.Runtime.CompilerServices;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Tests.Pipeline.Refinement;

/// <summary>The loop: one proposal at a time, kept or reverted, and nothing that could be called cheating.</summary>
public class RefineStageTests
{
    private const string SoundGenes = "[\"DUSP6\", \"CCND1\"]", OneWrong = "[\"DUSP6\", \"TYR\"]";

    [Fact]
    public async Task KeptEdit_BecomesARevisionAfterTheOneAsGenerated()
    {
        var run = await PlantedRun.WithAsync(SoundGenes, OneWrong);
        var step = Assert.Single(run.Steps);
        Assert.Equal(("Leave TYR out of n4", true, 1), (step.Edit, step.IsKept, step.Withdrawn));
        Assert.Equal("Contradicted claims fall from 1 to 0.", step.Reason);
        Assert.Equal(["As generated", "Refined"], run.Revisions.Select(r => r.Reason));
        Assert.Contains("TYR", run.Revisions[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TYR", run.Revisions[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditThatCostsSupport_IsReverted_AndNotProposedAgain()
    {
        var run = await PlantedRun.WithAsync(SoundGenes, OneWrong, chooser: new Chooses(last: true));
        Assert.Equal(
            [("Say up instead of down in n4", false), ("Leave TYR out of n4", true)], run.Steps.Select(s => (s.Edit, s.IsKept)));
        Assert.Equal("Contradicted claims fall", run.Steps[1].Reason[..24]);
        Assert.Equal("2 steps, 1 kept, 1 reverted. Test measurement drove edits and scores no changed claim; Test measurement scores other "
            + "claims of this explanation, so the two are not wholly apart.", run.Summary);
        Assert.Equal([2, 1], run.Of<GenerationEvent.DiscrepancyFound>().Select(d => d.Permitted.Length));
    }

    [Fact]
    public async Task EditThatTurnsASupportedGeneIntoAContradictedOne_IsReverted_ThoughFewerAreContradicted()
    {
        var run = await PlantedRun.WithAsync(
            SoundGenes + ", direction=\"down\"", "[\"DUSP6\", \"CCND1\", \"TYR\"], direction=\"up\"", chooser: new Chooses(last: true));
        var turned = run.Steps.First(s => s.Edit == "Say down instead of up in n4");
        Assert.Equal((2, 1), (turned.Before.Refuted, turned.After.Refuted));
        Assert.Equal((false, "TYR in n4 would be contradicted, which is supported now."), (turned.IsKept, turned.Reason));
    }

    [Fact]
    public async Task EditThatSetsTheExplanationAgainstItself_IsReverted()
    {
        var again = """modulates_molecule_activity(id="n5", target="MAPK1", direction="up")""";
        const string sound = "\"MAPK1\", direction=\"down\"", wrong = "\"MAPK1\", direction=\"up\"";
        var lines = PlantedRun.Sound.Select(l => l.Replace(sound, wrong, StringComparison.Ordinal)).ToList();
        lines.Insert(4, again);
        var run = await PlantedRun.OfAsync([.. lines, """edge("n2", "n5", relation="causal")"""]);
        var turned = run.Steps.First(s => s.Edit == "Say down instead of up in n3");
        Assert.Equal((0, 2), (turned.Before.Opposed, turned.After.Opposed));
        Assert.StartsWith("The explanation would contradict itself", turned.Reason, StringComparison.Ordinal);
        Assert.False(turned.IsKept);
    }

    [Fact]
    public async Task RevertedEdits_LeaveTheExplanationAsItWas()
    {
        var lines = PlantedRun.Sound.Select(l => l.Replace(SoundGenes, OneWrong, StringComparison.Ordinal));
        var run = await PlantedRun.OfAsync([.. lines], chooser: new Chooses(last: true), steps: 1);
        Assert.All(run.Steps, s => Assert.False(s.IsKept));
        Assert.Null(run.Refined);
        Assert.Equal("As generated", run.Revisions[0].Reason);
    }

    [Fact]
    public async Task EvidenceThatDroveAnEdit_ScoresTheChangedClaimNoMore()
    {
        var run = await PlantedRun.WithAsync("target=\"MAPK1\", direction=\"down\"", "target=\"MAPK1\", direction=\"up\"");
        var verdicts = run.Of<GenerationEvent.GraphRefined>().Single().Verdicts.Where(v => v.Verifier == "Measured").ToList();
        Assert.True(verdicts.Single(v => v.Claim.Action == new NodeId("n3")).SameSource);
        Assert.False(verdicts.Single(v => v.Claim.Action == new NodeId("n2")).SameSource);
    }

    [Fact]
    public async Task Chooser_IsNamedInTheTrail()
    {
        var run = await PlantedRun.WithAsync(SoundGenes, OneWrong, chooser: new Chooses(last: false));
        Assert.Equal("Somebody", Assert.Single(run.Steps).ChosenBy);
    }

    [Fact]
    public async Task ChooserThatSaysNothing_LeavesTheFirstEdit()
    {
        var run = await PlantedRun.WithAsync(SoundGenes, OneWrong, chooser: new Chooses(null));
        Assert.Equal(("Leave TYR out of n4", null), (Assert.Single(run.Steps).Edit, run.Steps[0].ChosenBy));
    }

    [Fact]
    public async Task WithoutSteps_TheStageIsSkippedAndSaysSo()
    {
        var run = await PlantedRun.OfAsync(PlantedRun.Sound, steps: 0);
        Assert.Equal("This job was asked for without refinement", Assert.Single(
            run.Of<GenerationEvent.StageSkipped>(), s => s.Stage == Stage.Refine).Reason);
    }

    /// <param name="last">The last of the permitted edits, the first one, or (null) none.</param>
    private sealed class Chooses(bool? last) : IEditChooser
    {
        public string Name => "Somebody";

        public async IAsyncEnumerable<ChooserOutput> ChooseAsync(EditQuestion question, [EnumeratorCancellation] CancellationToken ct)
        {
            await Task.CompletedTask;
            if (last is { } isLast) yield return new ChooserOutput.Chose(isLast ? question.Edits.Length - 1 : 0);
        }
    }
}
