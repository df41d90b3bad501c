using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>The same agents over Anthropic's protocol and its official client.</summary>
public class AnthropicTests
{
    [Fact]
    public async Task Run_OverAnthropicsProtocol_GivesToolCallReportGraphAndTokens()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server, change: Claude(server));
        Assert.Null(run.Failure);
        Assert.Equal("MAPK1", Assert.Single(run.News.OfType<AgentNews.ToolCalled>()).Question);
        Assert.NotEmpty(run.News.OfType<AgentNews.ToolAnswered>().Single().Evidence);
        Assert.Contains("Binimetinib inhibits MAP2K1 and MAP2K2 [1].", run.Report, StringComparison.Ordinal);
        Assert.Equal(3, run.Of<GenerationEvent.RevisionWritten>().First().Graph!.Actions.Length);
        Assert.Equal(3, run.News.OfType<AgentNews.TokensUsed>().Count(t => t is { Input: 100, Output: 10 }));
        Assert.All(server.Asked, q => Assert.Equal(FakeModelServer.Key, q.Key));
    }

    [Theory]
    [InlineData(401, "refused the key (401)")]
    [InlineData(529, "is out of order (529)")]
    public async Task Refusal_IsASentence(int status, string sentence)
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Refuses(status));
        var run = await ModelRun.OfAsync(server, change: Claude(server));
        Assert.Contains(sentence, run.FailedBecause, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeModelServer.Key, run.FailedBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AtItsLimit_IsGoneOnWith()
    {
        await using var server = await FakeModelServer.StartAsync(q => q switch
        {
            { IsAboutClaims: true } => BinimetinibAnswers.Answer(q),
            { Number: 1 } => new ModelReply.Says("The first half, ", "length"),
            _ => new ModelReply.Says("and the second."),
        });
        var run = await ModelRun.OfAsync(server, change: Claude(server));
        Assert.Null(run.Failure);
        Assert.Equal("The first half, and the second.", run.Report);
    }

    private static Func<ChatModel, ChatModel> Claude(FakeModelServer server) =>
        m => m with { Kind = ModelKind.Anthropic, Endpoint = server.Address };
}
