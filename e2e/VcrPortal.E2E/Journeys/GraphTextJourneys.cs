using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages;
using VcrPortal.E2E.Pages.Accounts;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys;

/// <summary>Words on the cards of a graph, measured with the fonts that Chromium draws them in.</summary>
[Collection(PeopleCollection.Name)]
public class GraphTextJourneys(PortalFixture shared)
{
    [E2EFact]
    public async Task Text_StaysInItsCard_AlsoBesideWhatPeopleSaid()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "tess-reads");
        (string Compound, string Line)[] questions = [("Trametinib", "A549"), ("Palbociclib", "C32"), ("Binimetinib", "C32")];
        TracePage trace = null!;
        foreach (var (compound, line) in questions)
        {
            trace = await TracePage.OfNewJobToDiscussAsync(visitor, compound, line);
            Assert.Empty(await trace.Graph.MisplacedTextAsync());
        }
        await trace.Discussion.ChooseAsync("n:n1");
        await trace.Discussion.SayAsync("Which of the two?");
        await Expect(trace.Graph.Claim("n1")).ToContainTextAsync("1 said");
        Assert.Empty(await trace.Graph.MisplacedTextAsync());
        await visitor.Page.ReloadAsync();
        Assert.Empty(await trace.Graph.MisplacedTextAsync());
        Assert.Empty(visitor.Problems);
    }
}
