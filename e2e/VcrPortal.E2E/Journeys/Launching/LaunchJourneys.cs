using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Launching;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>A newcomer asks what Binimetinib does to C32 melanoma cells, and why.</summary>
[Collection(ReadersCollection.Name)]
public class LaunchJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Launch_BinimetinibInC32FromTheForm_IsExplainedFromContextToPhenotype()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        var job = await launch.LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = await job.OpenTraceAsync();

        await Expect(trace.Heading).ToContainTextAsync("Binimetinib in C32");
        var graph = await trace.GraphAsync();
        Assert.NotNull(graph.Find("Context", "cell background", "BRAF", "V600E"));
        Assert.NotNull(graph.Find("Interaction", "binds", "Binimetinib", "MAP2K1"));
        Assert.NotNull(graph.Find("Interaction", "binds", "Binimetinib", "MAP2K2"));
        Assert.NotNull(graph.Find("Function", "MAPK", "down"));
        Assert.NotNull(graph.Find("Expression", "mRNA"));
        Assert.Contains(graph.Claims, claim => claim.Category == "Phenotype" && graph.IsEnd(claim));
        visitor.HasNoProblems();
    }

    [E2ETheory]
    [InlineData("binimetinib", "a-549", "Binimetinib in A549")]
    [InlineData("MEK162", "C32 melanoma", "Binimetinib in C32")]
    public async Task Launch_WithNamesAsPeopleWriteThem_IsUnderstood(string compound, string line, string title)
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync(compound, line);
        await Expect(job.Heading).ToHaveTextAsync(title);
        visitor.HasNoProblems();
    }

    /// <summary>Tahoe-100M, whose lines the starter pack has, measured no A-375.</summary>
    [E2EFact]
    public async Task Launch_OfALineThatNobodyKnows_SaysSoBesideItsField_AndIsLaunchedOnceInsisted()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.FillAsync("vemurafenib", "a375");
        await Expect(launch.MeaningOf("compound")).ToContainTextAsync("Targets: BRAF");
        await Expect(launch.MeaningOf("cellLine")).ToHaveTextAsync("We do not know “a375”: no mutation of it will count.");
        await launch.Launch.ClickAsync();
        await launch.AskAnyway.ClickAsync();
        var job = await JobPage.ArriveAsync(visitor);
        await Expect(job.Heading).ToHaveTextAsync("Vemurafenib in a375");
        await job.ShowsAsync("Completed");
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Watch_JoinedLate_EndsWithTheSameGraph()
    {
        await using var early = await portal.VisitAsync();
        await using var late = await portal.VisitAsync();
        JobPage job, joined;
        using (var held = portal.Predictor.Hold())
        {
            job = await (await LaunchPage.OpenAsync(early)).LaunchAsync("Binimetinib", "C32");
            await held.ReachedAsync();
            await job.ShowsSomeClaimAsync();
            joined = await job.OpenAsync(late);
            await joined.ShowsAsync("Running");
            await joined.ShowsClaimsAsync((await job.GraphAsync()).Claims.Count);
        }
        await job.ShowsAsync("Completed");
        await joined.ShowsAsync("Completed");

        var (first, second) = (await job.GraphAsync(), await joined.GraphAsync());
        Assert.NotEmpty(first.Claims);
        Assert.Equal(first.Ids, second.Ids);
        Assert.NotEmpty(first.Edges);
        Assert.Equal(first.Edges, second.Edges);
    }

    [E2EFact]
    public async Task Watch_ReloadedInTheMiddle_GoesOn()
    {
        await using var visitor = await portal.VisitAsync();
        JobPage job;
        using (var held = portal.Wikipedia.Hold())
        {
            job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Trametinib", "A549");
            await held.ReachedAsync();
            await job.ShowsAsync("Running");
            await visitor.Page.ReloadAsync();
            await job.ShowsAsync("Running");
            Assert.Empty((await job.GraphAsync()).Claims);
        }
        await job.ShowsAsync("Completed");
        Assert.NotEmpty((await job.GraphAsync()).Claims);
    }

    [E2EFact]
    public async Task Stop_InTheMiddle_KeepsWhatIsThere()
    {
        await using var visitor = await portal.VisitAsync();
        using var held = portal.Predictor.Hold();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await held.ReachedAsync();
        await job.ShowsSomeClaimAsync();
        await job.Stop.ClickAsync();
        await job.ShowsAsync("Cancelled");
        Assert.NotEmpty((await job.GraphAsync()).Claims);
    }

    [E2EFact]
    public async Task Launch_UnknownCompoundAndLine_IsAcceptedAndSaysWhereTheKnowledgeEnds()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).InsistAsync("Nosuchamine", "NOSUCH-7");
        await job.ShowsAsync("Completed");
        await Expect(job.Report).ToContainTextAsync("Nosuchamine");
        var graph = await job.GraphAsync();
        Assert.Null(graph.Find("Interaction", "binds"));
    }

    [E2EFact]
    public async Task Launch_WithNothingFilledIn_SaysSoBesideTheField()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.Launch.ClickAsync();
        await Expect(launch.Compound).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(LaunchPage.Path));
    }
}
