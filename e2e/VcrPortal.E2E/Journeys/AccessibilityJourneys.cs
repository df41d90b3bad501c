using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;

namespace VcrPortal.E2E.Journeys;

/// <summary>axe finds nothing, on any page or state, in both themes and on a phone.</summary>
[Collection(PortalCollection.Name)]
public class AccessibilityJourneys(PortalFixture portal)
{
    [E2ETheory]
    [InlineData("/")]
    [InlineData("/jobs/new")]
    [InlineData("/jobs")]
    [InlineData("/traces")]
    [InlineData("/traces?q=no+such+thing")]
    [InlineData("/no/such/page")]
    public async Task Page_InEveryTheme_HasNoFinding(string path)
    {
        await using var visitor = await portal.VisitAsync();
        await AssertNoFindingAsync(visitor, path);
    }

    [E2EFact]
    public async Task JobAndTrace_AfterTheJob_HaveNoFinding()
    {
        await using var visitor = await portal.VisitAsync();
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Binimetinib", "C32");
        await job.ShowsAsync("Completed");
        await AssertNoFindingAsync(visitor, job.Path);
        var trace = await job.OpenTraceAsync();
        var path = trace.Path;
        await AssertNoFindingAsync(visitor, path);
        var whole = path.Split('@')[0];
        await AssertNoFindingAsync(visitor, whole + "@1");
        await AssertNoFindingAsync(visitor, path + "?out=n1,src:WikiPathways");
        await AssertNoFindingAsync(visitor, path + "?view=table&out=n1");
        await AssertNoFindingAsync(visitor, whole + "/history");
        await AssertNoFindingAsync(visitor, whole + "/diff/1..1");
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
            await AssertNoFindingAsync(visitor, job.Path);
            retrieving.Dispose();
            await verifying.ReachedAsync();
            await job.ShowsSomeClaimAsync();
            await AssertNoFindingAsync(visitor, job.Path);
        }
    }

    internal static async Task AssertNoFindingAsync(Visitor visitor, string path)
    {
        var findings = new List<string>();
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1440), (ColorScheme.Dark, 1440), (ColorScheme.Light, 390) })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            await visitor.Page.GotoAsync(path);
            await Assertions.Expect(visitor.Page.Locator("main")).ToBeVisibleAsync();
            findings.AddRange((await Accessibility.FindAsync(visitor.Page)).Select(f => $"{path}, {theme}, {width} px: {f}"));
        }
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }
}
