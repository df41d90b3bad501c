using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>The built-in engine drafts, a model criticises: the draft stands, and every difference is a suggestion with its
/// reason.</summary>
public class HybridTests
{
    private const string Binding = """binds_to(id="x", actor="Binimetinib", target="MAP2K2", affinity="46 nM")""";

    [Fact]
    public async Task Draft_IsThatOfTheBuiltInEngine_WhateverTheCriticSays()
    {
        await using var nobody = await NobodyAsync();
        var alone = await ModelRun.OfAsync(nobody, engine: ModelEngines.Hybrid);
        var (run, _) = await CriticiseAsync($"withdraw n1 because I say so [1].\nadd {Binding} because it binds both [1].");
        Assert.Null(run.Failure);
        Assert.NotEmpty(run.Of<GenerationEvent.ActionAdded>());
        Assert.Equal(Claims(alone), Claims(run));
        Assert.Equal(Revisions(alone), Revisions(run));
    }

    [Fact]
    public async Task Differences_AreSuggestionsWithTheirReason()
    {
        var (run, _) = await CriticiseAsync(
            $"- withdraw n2 because nothing shows it [3].\nadd {Binding} because it binds both [1].\n"
            + $"change n1 to {Binding} because 46 nM [1].");
        var suggested = run.News.OfType<AgentNews.Suggested>().ToList();
        Assert.Equal([("withdraw", "n2"), ("add", null), ("change", "n1")], suggested.Select(s => (s.Verb, s.Claim)));
        Assert.Equal("nothing shows it [3].", suggested[0].Reason);
        Assert.Null(suggested[0].Line);
        Assert.Equal("""binds_to(id="n1", actor="Binimetinib", target="MAP2K2", affinity="46 nM")""", suggested[2].Line);
    }

    [Theory]
    [InlineData("withdraw n99 because there is none [1].", "Line 1 names n99, which is no claim of the draft.")]
    [InlineData("add hugs(actor=\"a\", target=\"b\") because [1].", "Line 1 holds no whole claim of a known kind.")]
    [InlineData("add binds_to(actor=\"a\") because it lacks a target [1].", "Line 1 holds no whole claim of a known kind.")]
    [InlineData("\nHere is my opinion: all is well.",
        "Line 2 is in none of the three forms that were asked for (withdraw, change, add, each with its reason).")]
    [InlineData("withdraw n1",
        "Line 1 is in none of the three forms that were asked for (withdraw, change, add, each with its reason).")]
    public async Task WhatIsNoSuggestion_IsToldWithItsText_AndNotShownAsOne(string answer, string why)
    {
        var run = (await CriticiseAsync(answer)).Run;
        Assert.Empty(run.News.OfType<AgentNews.Suggested>());
        Assert.Equal(new AgentNews.CritiqueRead(0, [why], answer), Assert.Single(run.News.OfType<AgentNews.CritiqueRead>()));
    }

    [Fact]
    public async Task CriticWithoutAnyWish_IsTold_AndNothingIsKept() => Assert.Equal(new AgentNews.CritiqueRead(0, [], ""),
        Assert.Single((await CriticiseAsync("none")).Run.News.OfType<AgentNews.CritiqueRead>()));

    [Fact]
    public async Task CriticThatWritesNothing_IsToldApartFromOneWithoutAnyWish() => Assert.StartsWith("It wrote nothing",
        Assert.Single(Assert.Single((await CriticiseAsync("")).Run.News.OfType<AgentNews.CritiqueRead>()).Unread),
        StringComparison.Ordinal);

    [Fact]
    public async Task LinesInAnotherForm_AreFewAndCounted_BesideThoseThatAreRead()
    {
        var odd = string.Join('\n', Enumerable.Repeat("Hm.", 9));
        var run = (await CriticiseAsync($"withdraw n2 because nothing shows it [3].\n{odd}")).Run;
        var read = Assert.Single(run.News.OfType<AgentNews.CritiqueRead>());
        Assert.Single(run.News.OfType<AgentNews.Suggested>());
        Assert.Equal((1, 6, "4 more lines could not be used."), (read.Suggestions, read.Unread.Length, read.Unread[^1]));
    }

    [Fact]
    public async Task Reason_HoldsNoAddress()
    {
        var (run, _) = await CriticiseAsync("withdraw n1 because see https://evil.example/x [1].");
        Assert.Equal("see (address left out) [1].", Assert.Single(run.News.OfType<AgentNews.Suggested>()).Reason);
    }

    [Fact]
    public async Task Critic_ThatCannotAnswer_CostsOnlyItsCriticism()
    {
        await using var server = await NobodyAsync();
        var run = await ModelRun.OfAsync(server, engine: ModelEngines.Hybrid);
        Assert.Null(run.Failure);
        Assert.StartsWith("The draft was not criticised. The model “test model” refused the key",
            Assert.Single(run.News.OfType<AgentNews.Warned>()).Text, StringComparison.Ordinal);
        Assert.NotEmpty(run.Of<GenerationEvent.RevisionWritten>());
    }

    [Fact]
    public async Task Critic_SeesQuestionEvidenceAndDraft()
    {
        var (_, server) = await CriticiseAsync("none");
        var said = Assert.Single(server.Asked).Said;
        Assert.Contains("<draft>", said, StringComparison.Ordinal);
        Assert.Contains("binds_to", said, StringComparison.Ordinal);
        Assert.Contains("<evidence n=", said, StringComparison.Ordinal);
    }

    private static List<string> Claims(ModelRun run) => [.. run.Of<GenerationEvent.ActionAdded>().Select(a => a.Line)];

    private static List<string> Revisions(ModelRun run) => [.. run.Of<GenerationEvent.RevisionWritten>().Select(r => r.Text)];

    private static Task<FakeModelServer> NobodyAsync() => FakeModelServer.StartAsync(_ => new ModelReply.Refuses(401));

    private static async Task<(ModelRun Run, FakeModelServer Server)> CriticiseAsync(string answer)
    {
        await using var server = await FakeModelServer.StartAsync(_ => new ModelReply.Says(answer));
        return (await ModelRun.OfAsync(server, engine: ModelEngines.Hybrid), server);
    }
}
