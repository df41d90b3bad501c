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
