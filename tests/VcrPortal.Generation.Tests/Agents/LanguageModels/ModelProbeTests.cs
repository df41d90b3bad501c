using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>The test question of an administrator.</summary>
public class ModelProbeTests
{
    [Fact]
    public async Task Probe_OfAModelThatAnswers_SaysWhatItSaid()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says("ready"));
        var answered = Assert.IsType<ProbeOutcome.Answered>(await AskAsync(server));
        Assert.Equal(("ready", 100L, 10L), (answered.Said, answered.Input, answered.Output));
    }

    [Theory]
    [InlineData("Ready.")]
    [InlineData("**ready**\n")]
    public async Task Probe_TakesTheWordHoweverItIsDressed(string said)
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says(said));
        Assert.IsType<ProbeOutcome.Answered>(await AskAsync(server));
    }

    [Theory]
    [InlineData("qwertz uiop")]
    [InlineData("I am not ready to help with that.")]
    [InlineData("<html><body>ready</body></html>")]
    public async Task Probe_OfAModelThatSaysSomethingElse_SaysWhatCame(string said)
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says(said));
        var came = Assert.IsType<ProbeOutcome.Unexpected>(await AskAsync(server));
        Assert.Equal(said, came.Said);
        Assert.StartsWith("It was asked for the one word ready.", came.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task Probe_OfAnEmptyAnswer_IsNoSuccess(string said)
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says(said));
        Assert.Contains("answered with nothing", Assert.IsType<ProbeOutcome.Failed>(await AskAsync(server)).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_OfAnAnswerThatIsCutOff_SaysWhatCameAndWhy()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says("ready", "length"));
        var came = Assert.IsType<ProbeOutcome.Unexpected>(await AskAsync(server));
        Assert.Equal(("ready", "The answer reached its limit of 1,024 tokens."), (came.Said, came.Reason));
    }

    [Fact]
    public async Task Probe_OfAnAnswerThatBreaksOff_IsNoSuccess()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Breaks("ready"));
        Assert.IsNotType<ProbeOutcome.Answered>(await AskAsync(server));
    }

    [Fact]
    public async Task Probe_OfABusyService_AsksOnce()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Refuses(503));
        Assert.Contains("(503)", Assert.IsType<ProbeOutcome.Failed>(await AskAsync(server)).Reason, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Probe_WhereNobodyListens_IsASentence()
    {
        var model = new ChatModel("Nobody", ModelKind.OpenAi, new Uri("http://127.0.0.1:9/v1"), "m");
        var failed = Assert.IsType<ProbeOutcome.Failed>(await ModelProbe.RunAsync(model, new ModelKey(null), TimeProvider.System, default));
        Assert.Contains("could not be reached", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_OfAServiceThatRepeatsTheKey_DoesNot()
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Refuses(401));
        var failed = Assert.IsType<ProbeOutcome.Failed>(await AskAsync(server));
        Assert.DoesNotContain(FakeModelServer.Key, failed.Reason, StringComparison.Ordinal);
    }

    private static Task<ProbeOutcome> AskAsync(FakeModelServer server) =>
        ModelProbe.RunAsync(ModelRun.Model(server), new ModelKey(FakeModelServer.Key), TimeProvider.System, default);
}
