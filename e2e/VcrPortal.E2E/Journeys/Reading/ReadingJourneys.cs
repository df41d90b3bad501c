using System.Net;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>A colleague opens the link. A trace is a document: no script, no circuit, little to transfer.</summary>
[Collection(ReadersCollection.Name)]
public class ReadingJourneys(PortalFixture portal)
{
    private const int MostBytes = 100_000;

    [E2EFact]
    public async Task TraceLink_WithJavaScriptOff_ShowsTheWholeTrace()
    {
        var (path, asLaunched) = await ExplainAsync("Binimetinib", "C32");
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var trace = await TracePage.OpenAsync(reader, path);

        await Expect(trace.Heading).ToContainTextAsync("Binimetinib in C32");
        await Expect(trace.Graph.Claims.First).ToBeVisibleAsync();
        await Expect(trace.Report).ToContainTextAsync("Binimetinib");
        Assert.Equal(asLaunched.Ids, (await trace.GraphAsync()).Ids);
    }

    [E2EFact]
    public async Task TraceLink_WithAnAnchor_ShowsThatClaim()
    {
        var (path, graph) = await ExplainAsync("Binimetinib", "C32");
        var claim = graph.Claims[^1].Id;
        await using var reader = await portal.VisitAsync(new() { JavaScriptEnabled = false });
        var trace = await TracePage.OpenAsync(reader, $"{path}#{claim}");
        await Expect(trace.Target).ToHaveIdAsync(claim);
        await Expect(trace.Target).ToBeInViewportAsync();
    }

    [E2EFact]
    public async Task TracePage_ReadByAStranger_TransfersLittleAndOpensNoCircuit()
    {
        var (path, _) = await ExplainAsync("Binimetinib", "C32");
        await using var reader = await portal.VisitAsync();
        var transfer = await Transfer.OfAsync(reader, path);
        Assert.InRange(transfer.Bytes, 1, MostBytes);
        Assert.Empty(reader.Sockets);
        Assert.DoesNotContain(transfer.Addresses, address => address.Contains("/_blazor", StringComparison.Ordinal));
        Assert.All(transfer.Addresses, address => Assert.Equal(portal.Portal.Address.Authority, new Uri(address).Authority));
        reader.HasNoProblems();
    }

    [E2ETheory]
    [InlineData("/no/such/page")]
    [InlineData("/t/VCT999999")]
    [InlineData("/t/nonsense")]
    [InlineData("/jobs/999999")]
    public async Task Page_ThatDoesNotExist_Answers404InPlainWords(string path)
    {
        await using var visitor = await portal.VisitAsync();
        var answer = await visitor.Page.GotoAsync(path);
        await SaysSoAsync(visitor, answer!);
    }

    [E2EFact]
    public async Task Revision_ThatDoesNotExist_Answers404InPlainWords()
    {
        var (path, _) = await ExplainAsync("Binimetinib", "C32");
        await using var visitor = await portal.VisitAsync();
        await SaysSoAsync(visitor, (await visitor.Page.GotoAsync(path + "@999"))!);
    }

    private static async Task SaysSoAsync(Visitor visitor, IResponse answer)
    {
        Assert.Equal((int)HttpStatusCode.NotFound, answer.Status);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }

    private async Task<(string Path, GraphOnPage Graph)> ExplainAsync(string compound, string cellLine)
    {
        await using var visitor = await portal.VisitAsync();
        var trace = await TracePage.OfNewJobAsync(visitor, compound, cellLine);
        return (trace.Path, await trace.GraphAsync());
    }
}
