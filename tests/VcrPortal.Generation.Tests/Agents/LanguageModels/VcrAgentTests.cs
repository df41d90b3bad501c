using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>Two agents on a model that speaks the real protocol: the whole way from question to verdicts.</summary>
public class VcrAgentTests
{
    [Fact]
    public async Task Run_WithTwoAgents_GivesReportGraphAndVerdicts()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Contains("Binimetinib inhibits MAP2K1 and MAP2K2 [1].", run.Report, StringComparison.Ordinal);
        Assert.Equal(4, run.Of<GenerationEvent.ActionAdded>().Count());
        Assert.Equal(2, run.Of<GenerationEvent.EdgeAdded>().Count());
        Assert.Equal(3, run.Of<GenerationEvent.RevisionWritten>().First().Graph!.Actions.Length);
        Assert.NotEmpty(run.Of<GenerationEvent.VerdictReached>());
    }

    [Fact]
    public async Task Run_WhenTheModelAsksASource_TellsQuestionAnswerAndNewEvidence()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server);
        var called = Assert.Single(run.News.OfType<AgentNews.ToolCalled>());
        Assert.Equal((1, "starter_pack", "MAPK1"), (called.Call, called.Tool, called.Question));
        var answered = Assert.Single(run.News.OfType<AgentNews.ToolAnswered>());
        Assert.Equal(answered.Items, answered.Evidence.Length);
        Assert.True(answered.Items > 0);
        Assert.Equal(Enumerable.Range(1, run.Evidence.Count), run.Evidence.Select(e => e.Number));
        // The model reads what the page shows.
        var second = server.Asked.ElementAt(1);
        Assert.Contains(
            run.Evidence.Single(e => e.Number == answered.Evidence[0]).Title, second.Said.Replace("\\\"", "\"", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenASentenceCitesWhatDoesNotNameIt_MarksTheSentence()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server);
        var doubts = run.News.OfType<AgentNews.CitationDoubted>().ToList();
        Assert.Contains(doubts, d => d.Sentence.Contains("made of cheese", StringComparison.Ordinal));
        Assert.DoesNotContain(doubts, d => d.Sentence.Contains("inhibits MAP2K1", StringComparison.Ordinal));
        Assert.Contains("CDK4 agrees [1]. *(citation not confirmed: [1] does not name CDK4)*", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnEngineThatSawAllEvidence_CountsNoneOfItAsConfirmation()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server);
        var used = run.Evidence.Select(e => e.Source).ToHashSet();
        var resting = run.Of<GenerationEvent.VerdictReached>().Select(v => v.Verdict)
            .Where(v => !v.Rows.IsEmpty && v.Rows.All(r => used.Contains(r.Source))).ToList();
        Assert.NotEmpty(resting);
        Assert.All(resting, v => Assert.False(v.IsIndependent));
    }

    [Fact]
    public async Task Run_KeepsTheCitationsOfClaims()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server);
        var claims = run.Of<GenerationEvent.ActionAdded>().ToDictionary(a => a.Node!.Id ?? Claim.ContextId, a => a.CitedEvidence);
        Assert.Equal(1, Assert.Single(claims[new NodeId("n1")]));
        Assert.Empty(claims[new NodeId("n3")]);
    }

    [Fact]
    public async Task Run_RecordsPromptsAndTokens()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server, change: m => m with { InputPrice = 1_000, OutputPrice = 10_000 });
        Assert.Equal([Prompt.Report.Used, Prompt.Explanation.Used], run.News.OfType<AgentNews.PromptUsed>());
        Assert.Equal([new("test model", 100, 10, 0.2m), new("test model", 100, 10, 0.2m), new("test model", 100, 10, 0.2m)],
            run.News.OfType<AgentNews.TokensUsed>());
    }

    [Fact]
    public async Task Run_WhenTheReportIsGiven_StructuresThatOne()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server, ModelRun.Binimetinib with { Report = "A report of somebody else: MEK falls." });
        Assert.Null(run.Failure);
        Assert.Equal("A report of somebody else: MEK falls.", run.Report);
        Assert.Contains("A report of somebody else", Assert.Single(server.Asked).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InOneStep_SkipsTheReportAndReadsTheEvidence()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server, engine: ModelEngines.OneStep);
        Assert.Null(run.Failure);
        Assert.Equal("", run.Report);
        Assert.Equal(Stage.Report, run.Of<GenerationEvent.StageSkipped>().First().Stage);
        Assert.Contains("<evidence n=\\\"1\\\"", Assert.Single(server.Asked).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_IsSentInItsHeaderAndStandsNowhereElse()
    {
        await using var server = await FakeModelServer.StartAsync(q => new ModelReply.Refuses(401));
        var run = await ModelRun.OfAsync(server);
        Assert.Equal(FakeModelServer.Key, Assert.Single(server.Asked).Key);
        Assert.DoesNotContain(FakeModelServer.Key, server.Asked.Single().Said, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeModelServer.Key, string.Join('\n', run.Events) + run.Failure, StringComparison.Ordinal);
    }
}
