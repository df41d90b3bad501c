using Microsoft.Extensions.Time.Testing;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>Everything that a model and its service can do wrong: each ends in a sentence that says what happened, and what was written
/// before is kept.</summary>
public class ModelFaultsTests
{
    [Fact]
    public Task WrongKey_IsSaid() => FailsAsync(
        new ModelReply.Refuses(401), "The model “test model” refused the key (401). An administrator has to set a valid one.");

    [Fact]
    public Task QuotaUsedUp_IsSaid() => FailsAsync(new ModelReply.Refuses(429, "3600"),
        "The model “test model” takes no more requests now (429): its quota is used up, or too many ask at once. Try again later.");

    [Fact]
    public Task ServiceOutOfOrder_IsSaid() => FailsAsync(
        new ModelReply.Refuses(503), "The model “test model” is out of order (503). Try again later.", requests: 3);

    [Fact]
    public Task UnknownModel_IsSaid() => FailsAsync(new ModelReply.Refuses(404),
        "The model “test model” was not found at its address (404). An administrator has to check its address and name.");

    [Fact]
    public Task WebPage_IsSaid() => FailsAsync(new ModelReply.Sends("text/html", "<html><body>Welcome</body></html>"),
        "The model “test model” answered with a web page instead of a stream of text. An administrator has to check its address.");

    [Fact]
    public Task Redirect_IsNotFollowed() => FailsAsync(new ModelReply.Redirects("http://127.0.0.1:9/v1/chat/completions"),
        "The model “test model” sends its askers to another address (307). An administrator has to configure the right one.");

    [Fact]
    public Task EmptyAnswer_IsSaid() => FailsAsync(new ModelReply.Says(""),
        "The model “test model” answered with nothing. Ask again, or choose another model.");

    [Fact]
    public Task NoEventOfTheProtocol_IsSaid() => FailsAsync(
        new ModelReply.Babbles("this is {no json"),
            "The model “test model” answered in a way that could not be read (JsonReaderException). An administrator has to look at "
            + "its address and kind.");

    [Fact]
    public async Task BusyService_IsAskedAgain_WhenItSays()
    {
        await using var server = await FakeModelServer.StartAsync(
            q => q.Number == 1 ? new ModelReply.Refuses(429, "0") : BinimetinibAnswers.Answer(q));
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.EndsWith(
            "It is asked again after 0 s.", Assert.Single(run.News.OfType<AgentNews.AskedAgain>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoMegabytes_AreCutOffAndSaid()
    {
        await using var server = await FakeModelServer.StartAsync(q => q.IsAboutClaims ? BinimetinibAnswers.Answer(q)
            : new ModelReply.Says(string.Concat(Enumerable.Repeat("again and ", 200_000))));
        var run = await ModelRun.OfAsync(server);
        Assert.Equal(
            "The report was cut off 3 times. The answer is longer than 200,000 characters and was cut off. What was written is kept; "
            + "try again, or choose another model.",
            run.FailedBecause);
        Assert.InRange(run.Report.Length, 200_000, 700_000);
    }

    [Fact]
    public async Task Report_WhenItsLimitEndsIt_IsGoneOnWith()
    {
        await using var server = await FakeModelServer.StartAsync(q => q switch
        {
            { IsAboutClaims: true } => BinimetinibAnswers.Answer(q),
            { Number: 1 } => new ModelReply.Says("The first half, ", "length"),
            _ => new ModelReply.Says("and the second."),
        });
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Equal("The first half, and the second.", run.Report);
    }

    [Fact]
    public async Task Report_WhenTheConnectionBreaksInALine_IsGoneOnWith()
    {
        await using var server = await FakeModelServer.StartAsync(q => q switch
        {
            { IsAboutClaims: true } => BinimetinibAnswers.Answer(q),
            { Number: 1 } => new ModelReply.Breaks("The first half, "),
            _ => new ModelReply.Says("and the second."),
        });
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Equal("The first half, and the second.", run.Report);
    }

    [Fact]
    public async Task ServiceThatCountsNoTokens_IsReadAllTheSame()
    {
        await using var server = await FakeModelServer.StartAsync(q => BinimetinibAnswers.Answer(q) with { CountsTokens = false });
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.NotEmpty(run.Of<GenerationEvent.RevisionWritten>());
        Assert.All(run.News.OfType<AgentNews.TokensUsed>(), used => Assert.Equal((0, 0), (used.Input, used.Output)));
    }

    [Fact]
    public async Task UnknownTool_IsAnsweredWithTheToolsThatThereAre()
    {
        await using var server = await FakeModelServer.StartAsync(q => q is { IsAboutClaims: false, Results: 0 }
            ? new ModelReply.Calls(("send_mail", """{"to":"somebody"}""")) : BinimetinibAnswers.Answer(q));
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Equal(
            "There is no tool of that name. There is starter_pack.", Assert.Single(run.News.OfType<AgentNews.ToolFailed>()).Reason);
    }

    [Fact]
    public async Task BrokenArguments_AreAnsweredWithASentence()
    {
        await using var server = await FakeModelServer.StartAsync(q => q is { IsAboutClaims: false, Results: 0 }
            ? new ModelReply.Calls(("starter_pack", """{"subject":""")) : BinimetinibAnswers.Answer(q));
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Equal("The arguments of the call could not be read.", Assert.Single(run.News.OfType<AgentNews.ToolFailed>()).Reason);
    }

    [Fact]
    public async Task ModelThatAsksForEver_EndsAtItsBudgetAndIsStopped()
    {
        await using var server = await FakeModelServer.StartAsync(
            q => new ModelReply.Calls(("starter_pack", $$"""{"subject":"MAPK{{q.Number}}"}""")));
        var run = await ModelRun.OfAsync(server, change: m => m with { ToolCalls = 3 });
        Assert.Equal(3, run.News.OfType<AgentNews.ToolCalled>().Count());
        Assert.Equal(
            "The model “test model” goes on asking sources instead of answering. What was written is kept; choose another model.",
            run.FailedBecause);
    }

    [Fact]
    public async Task TokenBudget_WhenItIsUsedUp_EndsTheJob()
    {
        await using var server = await FakeModelServer.StartAsync(BinimetinibAnswers.Answer);
        var run = await ModelRun.OfAsync(server, change: m => m with { TokenBudget = 200 });
        Assert.StartsWith("The job has used 220 tokens of the 200", run.FailedBecause, StringComparison.Ordinal);
        Assert.Contains("Binimetinib inhibits", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentModel_IsGivenUpAfterItsTime()
    {
        var clock = new FakeTimeProvider();
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Sleeps());
        var running = ModelRun.OfAsync(server, clock: clock, change: m => m with { Silence = TimeSpan.FromSeconds(60) });
        await server.Reached.Task;
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("The model “test model” said nothing for 60 s. Try again later.", (await running).FailedBecause);
    }

    [Fact]
    public async Task Stop_EndsTheRequestItself()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Sleeps());
        using var stop = new CancellationTokenSource();
        var running = ModelRun.OfAsync(server, ct: stop.Token);
        await server.Reached.Task;
        await stop.CancelAsync();
        Assert.IsAssignableFrom<OperationCanceledException>((await running).Failure);
        await server.Abandoned.Task; // the service sees that nobody waits any more
    }

    private static async Task FailsAsync(ModelReply reply, string sentence, int requests = 1)
    {
        await using var server = await FakeModelServer.StartAsync(_ => reply);
        var run = await ModelRun.OfAsync(server);
        Assert.Equal(sentence, run.FailedBecause);
        Assert.NotNull(run.Failure);
        Assert.Equal(requests, server.Asked.Count);
        Assert.NotEmpty(run.Evidence); // what came before is kept
    }
}
