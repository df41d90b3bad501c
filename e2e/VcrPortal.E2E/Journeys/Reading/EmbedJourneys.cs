using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.StandIns;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>A trace is carried away: into somebody else's page, and into the other views of itself.</summary>
[Collection(ReadersCollection.Name)]
public class EmbedJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Snippet_InAPageOfAnotherOrigin_ShowsAnswerGraphAndClaims_AndLeadsBack()
    {
        await using var visitor = await portal.VisitAsync();
        var trace = await TracePage.OfNewJobAsync(visitor, "Binimetinib", "C32");
        var claims = (await trace.GraphAsync()).Ids.Count(id => id.StartsWith('n')); // the cell, which is given, claims nothing
        var cite = await CitePage.OpenAsync(visitor, trace.Path);
        var snippet = await cite.Snippet.InnerTextAsync();
        await Accessibility.AssertNoFindingAsync(visitor, cite.Path);

        await using var blog = await HeldSource.StartAsync(_ => Task.FromResult(SomebodysPage.With(snippet)));
        await using var reader = await portal.Chromium.VisitAsync(blog.Address, new() { JavaScriptEnabled = false });
        await reader.Page.GotoAsync("/");
        var frame = new EmbeddedTrace(reader.Page);
        await Expect(frame.Heading).ToContainTextAsync("Binimetinib in C32");
        await Expect(frame.Claims).ToHaveCountAsync(claims);
        Assert.True(await frame.IsDrawnAsync());
        Assert.True(await frame.IsWholeInViewAsync());
        var there = await reader.Page.RunAndWaitForPopupAsync(() => frame.Claims.First.ClickAsync());
        await Expect(there).ToHaveURLAsync(new Regex(@"/t/VCT\d+@\d+#n\d+$"));
        reader.HasNoProblems();
        await Accessibility.AssertNoFindingAsync(visitor, await frame.AddressAsync());
    }

    [E2EFact]
    public async Task Graph_OutlineAndTable_HoldTheSameClaimsLinksAndVerdicts()
    {
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        await using var visitor = await portal.VisitAsync();
        foreach (var (compound, line) in ((string, string)[])[("Binimetinib", "C32"), ("Venetoclax", "HOP62"), ("Trametinib", "A549")])
        {
            var path = (await TracePage.OfNewJobAsync(visitor, compound, line)).Path;
            var graph = await TwinViews.ReadAsync(reader, path, "graph");
            var outline = await TwinViews.ReadAsync(reader, path, "outline");
            var table = await TwinViews.ReadAsync(reader, path, "table");
            Assert.True(graph.Claims.Count > 3 && graph.Edges.Count > 2, path);
            Assert.Equal(graph.Claims, outline.Claims);
            Assert.Equal(graph.Claims, table.Claims);
            Assert.Equal(graph.Edges, outline.Edges);
            Assert.Equal(graph.Edges, table.Edges);
        }
    }

    [E2EFact]
    public async Task Comparison_OfADrugInAMutantAndAnotherLine_SaysWhichAlterationDiffers_AndHasNoFinding()
    {
        await using var visitor = await portal.VisitAsync();
        var first = (await TracePage.OfNewJobAsync(visitor, "Binimetinib", "C32")).Path;
        var kras = (await TracePage.OfNewJobAsync(visitor, "Binimetinib", "NCI-H2122")).Path;
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var compared = await ComparePage.OpenAsync(reader, first, kras);
        await Expect(compared.Heading).ToHaveTextAsync("Compare Binimetinib in C32 and Binimetinib in NCI-H2122");
        var mutations = compared.Facts.Filter(new() { HasText = "Mutations" });
        await Expect(mutations).ToContainTextAsync("BRAF V600E");
        await Expect(mutations).ToContainTextAsync("KRAS");
        await Expect(compared.Claims.Nth(1)).ToBeVisibleAsync();
        await reader.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await compared.FactsFitAsync());
        await Accessibility.AssertNoFindingAsync(visitor, ComparePage.AddressOf(first, kras));
    }
}
