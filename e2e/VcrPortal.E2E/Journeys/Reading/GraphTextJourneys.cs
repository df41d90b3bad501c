using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>Words on the cards of a graph, measured with the fonts that Chromium draws them in.</summary>
[Collection(PeopleCollection.Name)]
public class GraphTextJourneys(PortalFixture shared)
{
    private const int AtOnce = 100;
    private const int MostLooks = 5_000;
    private const string Samples = "/batches/1";

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
        visitor.HasNoProblems();
    }

    [E2EFact, Trait("Category", "Long")]
    public async Task Text_OfEverySample_StaysInItsCard()
    {
        await using var portal = await shared.StartAnotherAsync(samples: true);
        await using var reader = await shared.Chromium.VisitAsync(portal.Address);
        for (var looks = 0; looks < MostLooks && !await (await BatchPage.OpenAsync(reader, Samples)).IsOverAsync(); looks++) { }
        var traces = await (await TracesPage.OpenAsync(reader, TracesPage.Path + "?all=true")).CountAsync();
        var trace = await TracePage.OpenAsync(reader, await (await TracesPage.OpenAsync(reader)).FirstAsync());
        var words = 0;
        for (var first = 1; first <= traces; first += AtOnce)
        {
            var piece = Enumerable.Range(first, Math.Min(AtOnce, traces - first + 1));
            var (found, measured) = await trace.Graph.MisplacedTextAsync(piece.Select(number => $"/t/VCT{number}"));
            Assert.Empty(found);
            words += measured;
        }
        Assert.InRange(words, 20 * traces, int.MaxValue);
        Console.WriteLine($"{words} texts of {traces} graphs measured");
    }
}
