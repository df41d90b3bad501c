using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs;

/// <summary>What agents tell of their work, folded into the state of their job.</summary>
public class AgentProgressTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly GenerationEvent[] ToTheReport =
    [
        .. Enum.GetValues<Stage>().Select(s => new GenerationEvent.StagePlanned(s)),
        new GenerationEvent.StageStarted(Stage.Preprocess), new GenerationEvent.StageFinished(Stage.Preprocess, ""),
        new GenerationEvent.StageStarted(Stage.Retrieve), new GenerationEvent.EvidenceAdded(Samples.Evidence()),
        new GenerationEvent.StageFinished(Stage.Retrieve, ""), new GenerationEvent.StageStarted(Stage.Report),
    ];

    [Fact]
    public void ToolCall_IsRunningUntilItIsAnswered()
    {
        var asked = After(Told(new AgentNews.ToolCalled(1, "starter_pack", "MAPK1")));
        Assert.Null(Assert.Single(asked.Tools).Milliseconds);
        var answered = After(
            Told(new AgentNews.ToolCalled(1, "starter_pack", "MAPK1")), Told(new AgentNews.ToolAnswered(1, 2, [1, 2], 12)));
        var tool = Assert.Single(answered.Tools);
        Assert.Equal((Stage.Report, 2, 12.0), (tool.Stage, tool.Items, tool.Milliseconds));
        var failed = After(Told(new AgentNews.ToolCalled(1, "x", "y")), Told(new AgentNews.ToolFailed(1, "No such tool.", 1)));
        Assert.Equal("No such tool.", Assert.Single(failed.Tools).Failure);
    }

    [Fact]
    public void Report_WrittenAnewAfterARestart_BeginsWithTheEvidenceOfTheSources()
    {
        GenerationEvent[] asked =
        [
            Told(new AgentNews.ToolCalled(1, "starter_pack", "MAPK1")), new GenerationEvent.EvidenceAdded(Samples.Evidence(2)),
            Told(new AgentNews.TokensUsed("m", 100, 10)),
        ];
        Assert.Equal(2, After(asked).Evidence.Length);
        Assert.Single(After(asked).ToGenerationState().Evidence);
        var again = After([.. asked, new GenerationEvent.StageStarted(Stage.Report)]);
        Assert.Single(again.Evidence);
        Assert.Empty(again.Tools);
        Assert.Equal(110, again.Usage.Total); // it was spent
    }

    [Fact]
    public void Explanation_WrittenAgain_LosesItsClaimsAndKeepsTheReport()
    {
        var state = After(
            new GenerationEvent.ReportDelta("Text [1]."), Told(new AgentNews.ToolCalled(1, "a", "b")),
            new GenerationEvent.StageFinished(Stage.Report, ""), new GenerationEvent.StageStarted(Stage.Explain),
            new GenerationEvent.ActionAdded(Samples.Actions[1], [1]),
            new GenerationEvent.DiagnosticRaised(new("VCR101", Reasoning.Diagnostics.Severity.Error, "cut")),
            new GenerationEvent.ExplanationRestarted(1, "It is cut."), new GenerationEvent.ActionAdded(Samples.Actions[2], []));
        Assert.Equal(1, state.Repairs);
        Assert.Equal("Text [1].", state.Report);
        Assert.Empty(state.Diagnostics);
        Assert.Single(state.Tools);
        Assert.Equal("n2", Assert.Single(state.Graph!.Actions).Id!.Value.Value);
    }

    [Fact]
    public void Critique_StandsUntilTheExplanationIsWrittenAnew()
    {
        GenerationEvent[] read =
            [new GenerationEvent.StageStarted(Stage.Explain), Told(new AgentNews.CritiqueRead(0, ["Line 1 is odd."], "Hm."))];
        Assert.Equal("Hm.", After(read).Critique?.Text);
        Assert.Null(After([.. read, new GenerationEvent.StageStarted(Stage.Explain)]).Critique);
    }

    [Fact]
    public void Cost_HasTheCurrencyOfItsPrices() => Assert.Equal((0.1m, "EUR"),
        (After(Told(new AgentNews.TokensUsed("m", 1, 1, 0.1m, "EUR"))).Usage is var used ? (used.Cost, used.Currency) : default));

    [Fact]
    public void Cost_WithoutPrices_IsUnknown()
    {
        Assert.Null(After(Told(new AgentNews.TokensUsed("m", 1, 1))).Usage.Cost);
        var both = After(Told(new AgentNews.TokensUsed("m", 1, 1, 0.1m)), Told(new AgentNews.TokensUsed("m", 1, 1, 0.2m)));
        Assert.Equal(0.3m, both.Usage.Cost);
    }

    private static GenerationEvent Told(AgentNews news) => new GenerationEvent.AgentTold(news);

    private static JobProgress After(params GenerationEvent[] events) => JobProgress.Empty.Apply(
        [.. ToTheReport.Concat(events).Select((e, i) => new JobEvent(i + 1, Start.AddSeconds(i), new JobEventBody.Generated(e)))]);
}
