using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Admin;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.Tests.Models;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Screenshots;

/// <summary>The live page at six moments of a job that agents write: tools asked, the report growing, the graph growing, claims being
/// checked, their verdicts with a refinement step in the middle, and the end; and where its tokens are told afterwards. The model is a
/// stand-in, and so are PubMed and the predictor.</summary>
[Collection(ReadersCollection.Name)]
[Trait("Category", "Screenshots")]
public class AgentPictures(PortalFixture shared)
{
    private static readonly string[] Moments =
    [
        "live-tools", "live-report", "live-graph", "live-verifying", "live-refining", "live-finished", "account-usage",
        "admin-models-usage",
    ];

    private readonly TaskCompletionSource _report = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _graph = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _choice = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [ScreenshotFact]
    public async Task LivePage_AtItsMoments()
    {
        var camera = new Camera(ScreenshotFactAttribute.Folder!, ScreenshotFactAttribute.Only);
        await using var pubmed = await HeldSource.StartAsync(PubMedStandIn.AnswerAsync);
        await using var predictor = await HeldSource.StartAsync(AffinityPredictorStandIn.AnswerAsync);
        using var verifying = predictor.Hold();
        if (!Moments.Any(camera.Takes)) return;
        HeldSource.Held? asking = null;
        await using var model = await FakeModelServer.StartAsync(q =>
        {
            if (!q.IsAboutClaims && q.Results == 0) asking = pubmed.Hold();
            return Answer(q);
        });
        await using var portal = await PortalProcess.StartAsync(new(AffinityPredictor: predictor.Address, More:
        [
            ("Models__0__Name", "Stand-in"), ("Models__0__Endpoint", model.OpenAi.ToString()), ("Models__0__Model", "fake-1"),
            ("Models__0__InputPrice", "2.5"), ("Models__0__OutputPrice", "10"), ("Models__0__Currency", "EUR"),
            ("Models__0__SilenceSeconds", "600"),
            ("Sources__PubMed__BaseAddress", pubmed.Address.ToString()), ("Sources__PubMed__Timeout", "00:10:00"),
            ("Sources__PubMed__AttemptTimeout", "00:10:00"), ("Verifiers__AffinityPredictor__AttemptTimeout", "00:03:00"),
        ]));
        await using var visitor = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(visitor, "ada");
        await AccountPage.BecomeAdminAsync(visitor, portal);
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Agents.CheckAsync();
        var job = await launch.LaunchAsync("Binimetinib", "C32");

        await camera.TakeAsync(visitor, "live-tools", job.Path, _ => Expect(job.ToolCalls.Nth(1)).ToContainTextAsync("MAPK1"));
        asking!.Dispose();
        await camera.TakeAsync(visitor, "live-report", job.Path, _ => Expect(job.Report).ToContainTextAsync("Binimetinib inhibits"));
        _report.SetResult();
        await camera.TakeAsync(visitor, "live-graph", job.Path, _ => job.ShowsSomeClaimAsync());
        _graph.SetResult();
        await verifying.ReachedAsync();
        await camera.TakeAsync(visitor, "live-verifying", job.Path, _ => job.ShowsClaimsAsync(5));
        verifying.Dispose();
        await camera.TakeAsync(visitor, "live-refining", job.Path, _ => Expect(job.Refinement.Whole).ToBeVisibleAsync());
        _choice.SetResult();
        await job.ShowsAsync("Completed");
        await camera.TakeAsync(visitor, "live-finished", job.Path, _ => Expect(job.Refinement.Whole).ToBeVisibleAsync());
        await camera.TakeAsync(visitor, "account-usage", AccountPage.Path);
        await camera.TakeAsync(visitor, "admin-models-usage", ModelsPage.Path);
    }

    private ModelReply Answer(ModelQuestion question) => question switch
    {
        { IsAboutClaims: true } when question.Said.Contains("<edits>\\n", StringComparison.Ordinal) =>
            new ModelReply.Says("1") { Held = _choice.Task },
        { IsAboutClaims: true } => new ModelReply.Says(Explanation) { Held = _graph.Task },
        { Results: 0 } => new ModelReply.Calls(("starter_pack", """{"subject":"DUSP6"}"""), ("pubmed", """{"subject":"MAPK1"}""")),
        _ => new ModelReply.Says(BinimetinibAnswers.Report) { Held = _report.Task },
    };

    private const string Explanation = """
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
