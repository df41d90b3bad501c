using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.Tests.Models;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>Somebody reads what was put right in an explanation, what was tried in vain, and plays it again. The model is a stand-in that
/// says, by Anthropic's protocol, that a held kinase makes the next one rise, which the knowledge of every portal speaks against.</summary>
[Collection(HardDaysCollection.Name), Trait("Category", "Long")]
public class RefinementJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Refinement_KeptAndReverted_IsReadOnJobAndTrace_AndPlayedToTheSameEnd()
    {
        await using var model = await FakeModelServer.StartAsync(Answer);
        await using var portal = await PortalProcess.StartAsync(new(More:
        [
            ("Models__0__Name", "Stand-in"), ("Models__0__Kind", "anthropic"), ("Models__0__Endpoint", model.Address.ToString()),
            ("Models__0__Model", "fake-1"),
            ("Models__0__ApiKey", FakeModelServer.Key),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Agents.CheckAsync();
        var job = await launch.LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");

        // The link that the sources dispute stays, since without it less could be checked; the claim behind it is turned round.
        await visitor.Page.ReloadAsync();
        await Expect(job.Refinement.Kept.First).ToContainTextAsync("Edit: Say down instead of up in n3. Disputed claims fall");
        await Expect(job.Refinement.Reverted.First).ToContainTextAsync("Fewer claims could be judged");
        await Expect(job.Refinement.Reverted.First).ToContainTextAsync("Chosen by Stand-in");
        var (trail, graph) = (await job.Refinement.ReadAsync(), (await job.GraphAsync()).Ids);

        await job.Replay.ClickAsync();
        await Expect(job.Moment).ToBeEnabledAsync();
        await job.Moment.PressAsync("Home");
        await Expect(job.MomentText).ToContainTextAsync("Event 0 of");
        await Expect(job.Refinement.Whole).ToHaveCountAsync(0);
        await job.Moment.PressAsync("End");
        await Expect(job.Refinement.Steps).ToHaveCountAsync(trail.Count);
        Assert.Equal(trail, await job.Refinement.ReadAsync());
        Assert.Equal(graph, (await job.GraphAsync()).Ids);

        var trace = await (await job.OpenAsync(visitor)).OpenTraceAsync();
        await trace.OpenMoreAsync("Refinement");
        await Expect(trace.Refinement.Whole).ToBeVisibleAsync();
        Assert.Equal(trail, await trace.Refinement.ReadAsync());
        Assert.NotNull((await trace.GraphAsync()).Find("Function", "MAPK1", "down"));
        visitor.HasNoProblems();
        await Accessibility.AssertNoFindingAsync(visitor, job.Path);
    }

    /// <summary>Asked to choose, it turns a claim round where that is permitted, and else takes the second edit.</summary>
    private static ModelReply Answer(ModelQuestion question) => question switch
    {
        { IsAboutClaims: true } when question.Said.Contains("<edits>\\n", StringComparison.Ordinal) =>
            new ModelReply.Says(question.Said.Contains("1. Say down", StringComparison.Ordinal) ? "1" : "2"),
        { IsAboutClaims: true } => new ModelReply.Says(Wrong),
        _ => BinimetinibAnswers.Answer(question),
    };

    private const string Wrong = """
        <answer>Binimetinib inhibits MEK1, and ERK2 rises.</answer>
        <explain>
        set_context(cell_type="C32", genotype="BRAF V600E")
        binds_to(id="n1", actor="Binimetinib", target="MAP2K1", via="stated target [1]")
        modulates_molecule_activity(id="n2", target="MAP2K1", direction="down", via="n1 [1]")
        modulates_molecule_activity(id="n3", target="MAPK1", direction="up", via="n2")
        regulates_expression(id="n4", regulator="MAPK1", gene_list=["DUSP6"], direction="down", via="n3")
        </explain>
        <dag>
        edge("n1", "n2", relation="causal")
        edge("n2", "n3", relation="causal")
        edge("n3", "n4", relation="causal")
        </dag>
        """;
}
