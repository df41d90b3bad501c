using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Tests.Agents.LanguageModels;
using VcrPortal.Generation.Verifiers.Judging;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Verifiers.Judging;

/// <summary>A model as judge: off unless it is set up, always called an opinion, and without any weight.</summary>
public class ModelJudgeTests
{
    [Fact]
    public async Task Judge_ThatIsNotSetUp_IsNotAsked()
    {
        await using var services = new ServiceCollection().AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration()
            .BuildServiceProvider();
        Assert.DoesNotContain(services.GetRequiredService<VerifyAgain>().Verifiers, v => v.Name == ModelJudge.VerifierName);
    }

    [Fact]
    public async Task Opinions_StandBesideTheirClaims_AndDecideNothing()
    {
        var (verdicts, asked) = await JudgeAsync(new ModelReply.Says(
            "n1 consistent because the target is known [1].\n- n2: Falsified because see https://evil.example/x it is not.\n"
            + "n3 wrong because no.\nRefuted!"));
        Assert.Equal(["n1", "n2"], verdicts.Select(v => v.Claim.Action.Value));
        Assert.Equal(
            "In the opinion of the model \u201ctest model\u201d: consistent, because the target is known [1]. It counts as nothing.",
            verdicts[0].Reason);
        Assert.Contains("falsified, because see (address left out) it is not.", verdicts[1].Reason, StringComparison.Ordinal);
        Assert.All(verdicts, v => Assert.True(v is { Kind: VerdictKind.Undetermined, IsIndependent: false }));
        Assert.InRange(asked, 1, 4); // once for each explanation that refinement tries
    }

    [Fact]
    public async Task Judge_ThatCannotAnswer_IsASentence()
    {
        var (verdicts, _) = await JudgeAsync(new ModelReply.Refuses(401));
        Assert.NotEmpty(verdicts);
        Assert.All(verdicts, v => Assert.Equal(
            "The model \u201ctest model\u201d gave no opinion. The model \u201ctest model\u201d refused the key (401). An administrator "
            + "has to set a valid one.", v.Reason));
    }

    private static async Task<(List<Verdict> Verdicts, int Asked)> JudgeAsync(ModelReply reply)
    {
        await using var server = await FakeModelServer.StartAsync(_ => reply);
        await using var services = new ServiceCollection().AddSingleton(InstalledKnowledge.From(StarterPack.Load())).AddGeneration()
            .AddModelJudge(ModelRun.Model(server), new ModelKey(FakeModelServer.Key)).BuildServiceProvider();
        var verdicts = new List<Verdict>();
        var request = new GenerationRequest(ModelRun.Binimetinib, KeepDeltas: false, RefinementSteps: 3);
        await foreach (var e in services.GetRequiredService<ITraceGenerator>().GenerateAsync(request, GenerationState.Empty, default))
            if (e is GenerationEvent.VerdictReached { Verdict: var v } && v.Verifier == ModelJudge.VerifierName) verdicts.Add(v);
        return (verdicts, server.Asked.Count);
    }
}
