using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Launching;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>axe finds nothing, on any page or state, in both themes and on a phone.</summary>
[Collection(ReadersCollection.Name), Trait("Category", "Long")]
public class AccessibilityJourneys(PortalFixture portal)
{
    [E2ETheory]
    [InlineData("/")]
    [InlineData("/jobs/new")]
    [InlineData("/jobs")]
    [InlineData("/about")]
    [InlineData("/traces")]
    [InlineData("/traces?q=no+such+thing")]
    [InlineData("/traces?q=MEK+inhibitor+melanoma")]
    [InlineData("/compounds/Binimetinib")]
    [InlineData("/cell-lines/C32")]
    [InlineData("/genes/MAP2K1")]
    [InlineData("/phenotypes/apoptosis")]
    [InlineData("/claims?target=MAP2K1")]
    [InlineData("/compare")]
    [InlineData("/no/such/page")]
    public async Task Page_InEveryTheme_HasNoFinding(string path)
    {
        await using var visitor = await portal.VisitAsync();
        await Accessibility.AssertNoFindingAsync(visitor, path);
    }

    [E2EFact]
    public async Task JobAndTrace_AfterTheJob_HaveNoFinding()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        await Accessibility.AssertNoFindingAsync(visitor, job.Path);
        var trace = await job.OpenTraceAsync();
        var path = trace.Path;
        await Accessibility.AssertNoFindingAsync(visitor, path);
        await Accessibility.AssertNoFindingAsync(visitor, path + "?out=n1,src:WikiPathways");
        await Accessibility.AssertNoFindingAsync(visitor, path + "?view=table&out=n1");
    }

    [E2EFact]
    public async Task Job_InTheMiddleOfTheStream_HasNoFinding()
    {
        await using var visitor = await portal.VisitAsync();
        var launch = await LaunchPage.OpenAsync(visitor);
        using (var retrieving = portal.Wikipedia.Hold())
        {
            using var verifying = portal.Predictor.Hold();
            var job = await launch.LaunchAsync("Binimetinib", "C32");
            await retrieving.ReachedAsync();
            await job.ShowsAsync("Running");
            await Accessibility.AssertNoFindingAsync(visitor, job.Path);
            retrieving.Dispose();
            await verifying.ReachedAsync();
            await job.ShowsSomeClaimAsync();
            await Accessibility.AssertNoFindingAsync(visitor, job.Path);
        }
    }
}
