using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Accounts;
using VcrPortal.E2E.Pages.Corpus;
using VcrPortal.E2E.Pages.Launching;
using VcrPortal.E2E.Pages.Reading;
using VcrPortal.E2E.Pages.Reviewing;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.People;

/// <summary>Words, graphs, files and windows that nobody draws a page for.</summary>
[Collection(PeopleCollection.Name), Trait("Category", "Long")]
public class HardInputJourneys(PortalFixture shared)
{
    private const string RightToLeft = "هل يثبط هذا الدواء البروتين في هذه الخلايا؟";
    private const string Emoji = "🧬 👩🏽‍🔬 🇺🇳 e̷̡̛͉͇v̶̺͓̓ě̷n̶";
    private const long TwoHundredMegabytes = 200L << 20;
    private static readonly string Word = new('m', 10_000), Gene = string.Concat(Enumerable.Repeat("GENE", 15));

    [E2EFact]
    public async Task Words_OfEveryShape_AreKeptAsTheyAre_AndStayInsideThePage()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "wes-writes");
        var launch = await LaunchPage.OpenAsync(visitor);
        var job = await launch.InsistAsync(Gene, RightToLeft);
        await job.ShowsAsync("Completed");
        var trace = await job.OpenTraceAsync();
        await trace.Discussion.OpenAsync();
        await trace.Discussion.IsLiveAsync();
        foreach (var (said, text) in ((string[])[Word, RightToLeft, Emoji, Gene]).Index())
        {
            await trace.Discussion.SayAsync(text);
            await Expect(trace.Discussion.Comments).ToHaveCountAsync(said + 1);
            await Expect(trace.Discussion.Comments.Nth(said)).ToContainTextAsync(text);
        }
        string[] paths =
        [
            trace.Path + "#discussion", trace.Path + "?view=table", job.Path, "/jobs?show=all", "/u/wes-writes?show=comments",
            TracesPage.Searching(Word[..1_000]), TracesPage.Searching(RightToLeft), LaunchPage.Path
        ];
        foreach (var path in paths) await Screen.AssertNothingSticksOutAsync(visitor, path);
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Graphs_WithoutClaims_InACircle_AndOfThreeHundred_AreDrawnOrSayWhatIsWrong()
    {
        await using var portal = await shared.StartAnotherAsync();
        await using var ana = await shared.Chromium.VisitAsync(portal.Address);
        await SignUpPage.SignUpAsync(ana, "ana");
        await AccountPage.BecomeAdminAsync(ana, portal);
        var path = (await TracePage.OfNewJobAsync(ana, "Binimetinib", "C32")).Path;
        var revise = await RevisePage.OpenAsync(ana, path);
        await revise.TryAsync("", "Nothing is left.");
        await Expect(revise.Refusal).ToBeVisibleAsync();
        await revise.TryAsync(GraphTexts.Circle, "It goes round.");
        await Expect(revise.Main).ToContainTextAsync("lead back to their start");
        await Expect(revise.Explanation).ToHaveValueAsync(GraphTexts.Circle);

        var trace = await (await RevisePage.OpenAsync(ana, path)).ReviseAsync(_ => GraphTexts.Chain(300, Gene), "All of it.");
        await Expect(trace.Graph.Claims.First).ToBeVisibleAsync();
        Assert.InRange(await trace.Graph.Claims.CountAsync(), 1, 299); // what stands side by side is folded
        Assert.Empty(await trace.Graph.MisplacedTextAsync());
        await TracePage.OpenAsync(ana, path + "?fold=none");
        await Expect(trace.Graph.Claims).ToHaveCountAsync(300);
        Assert.Empty(await trace.Graph.MisplacedTextAsync());
        ana.HasNoProblems();
    }

    [E2EFact]
    public async Task Uploads_OfNothing_OfTheWrongKind_AndOf200Megabytes_SayWhatIsWrong_AndWhatWasTypedStays()
    {
        await using var visitor = await shared.VisitAsync();
        await SignUpPage.SignUpAsync(visitor, "uma-uploads");
        var launch = await LaunchPage.OpenAsync(visitor);
        await launch.UploadAsync("empty.json", "");
        await Expect(launch.Found).ToContainTextAsync("The file is empty");
        await launch.UploadAsync("picture.png", "\u0089PNG\r\n\u001a\n");
        await Expect(launch.Found).ToContainTextAsync("0 of");

        var file = Path.Combine(Path.GetTempPath(), $"vcr-large-{Guid.NewGuid():N}.json");
        try
        {
            await using (var large = File.Create(file)) large.SetLength(TwoHundredMegabytes);
            await launch.OpenUploadAsync();
            await launch.Pasted.FillAsync("""{"context": {"cell type": "C32"}}""");
            await launch.ChooseFileAsync(file);
            await Expect(launch.FileProblem).ToContainTextAsync("MB");
            await Expect(launch.Pasted).ToHaveValueAsync("""{"context": {"cell type": "C32"}}""");
        }
        finally { File.Delete(file); }
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Page_At400Percent_IsReadAndUsedWithoutScrollingSideways()
    {
        await using var visitor = await shared.VisitAsync(
            new() { ViewportSize = new() { Width = 1440 / 4, Height = 900 / 4 }, DeviceScaleFactor = 4 });
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync("Trametinib", "C32");
        await job.ShowsAsync("Completed");
        var trace = await job.OpenTraceAsync();
        foreach (var path in (string[])["/", LaunchPage.Path, job.Path, trace.Path, TracesPage.Path])
            await Screen.AssertNothingSticksOutAsync(visitor, path, resize: false);
        visitor.HasNoProblems();
    }

    [E2EFact]
    public async Task Trace_WhoseStyleSheetsAreBlocked_IsStillRead()
    {
        await using var author = await shared.VisitAsync();
        var path = (await TracePage.OfNewJobAsync(author, "Binimetinib", "C32")).Path;
        await using var reader = await shared.VisitAsync();
        await reader.Page.RouteAsync("**/*.css*", route => route.AbortAsync());
        var trace = await TracePage.OpenAsync(reader, path);
        await Expect(trace.Answer).ToContainTextAsync("Binimetinib");
        await Expect(trace.Report).ToBeVisibleAsync();
        await Expect(trace.Graph.Claims.First).ToBeVisibleAsync();
        await Expect(trace.Details("n1")).ToBeVisibleAsync();
        Assert.DoesNotContain(reader.Problems, p => p.StartsWith("script error", StringComparison.Ordinal));
    }
}
