using System.Text.RegularExpressions;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Reading;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Journeys.Reading;

/// <summary>A graph in somebody's hands: by mouse, by keyboard, and as a picture that is taken along.</summary>
[Collection(ReadersCollection.Name)]
public partial class GraphJourneys(PortalFixture portal)
{
    [E2EFact]
    public async Task Link_ChosenByKeyboard_IsHeardWithItsEndsAndItsVerdict()
    {
        await using var reader = await portal.VisitAsync();
        var trace = await TracePage.OfNewJobAsync(reader, "Binimetinib", "C32");
        await trace.Graph.TabStop.FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        var claim = await trace.Graph.Focused.GetAttributeAsync("data-claim");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(trace.Graph.FocusedLink).ToHaveAccessibleNameAsync(SaysItsVerdict());
        await Expect(trace.Graph.FocusedLink).ToHaveAccessibleNameAsync(new Regex($"^Link: {claim} (leads to|goes with) "));
        var (role, name) = await AccessibilityTree.FocusedAsync(reader.Page);
        Assert.Equal("link", role);
        Assert.Matches(SaysItsVerdict(), name); // in the tree that a screen reader reads
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(trace.Graph.FocusedLink).ToHaveAttributeAsync("aria-current", "true");
        Assert.Contains("#e", reader.Page.Url, StringComparison.Ordinal);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task Graph_IsZoomedFittedMappedAndShownAlone_WithoutACircuit()
    {
        await using var author = await portal.VisitAsync();
        var path = (await OpenAsync(author, "Trametinib", "A549")).Path;
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var graph = (await TracePage.OpenAsync(reader, path)).Graph;
        var before = await graph.ZoomAsync();
        await graph.Do("Zoom in").ClickAsync();
        Assert.True(await graph.ZoomAsync() > before);
        await graph.Do("Fit").ClickAsync();
        Assert.True(await graph.IsWholeInViewAsync());
        var shown = await graph.Do("Map").GetAttributeAsync("aria-pressed");
        await graph.Do("Map").ClickAsync();
        await Expect(graph.Do("Map")).ToHaveAttributeAsync("aria-pressed", shown == "true" ? "false" : "true");
        await graph.Do("Full screen").ClickAsync();
        await Expect(graph.Do("Full screen")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Empty(reader.Sockets);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task Map_ShowsEveryClaimAndWhatIsSeen_GoesWhereItIsPressed_AndLeavesWhereAllIsSeen()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var graph = (await OpenAsync(reader, "Binimetinib", "C32")).Graph;
        await Expect(graph.Do("Map")).ToHaveAttributeAsync("aria-pressed", "true");
        for (var times = 0; times < 3; times++) await graph.Do("Zoom in").ClickAsync();
        await Expect(graph.Map).ToBeVisibleAsync();
        Assert.Equal(await graph.Claims.CountAsync(), await graph.ClaimsOnMapAsync());

        var box = (await graph.Map.BoundingBoxAsync())!;
        await reader.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + 3);
        await Expect(graph.SeenOnMap).ToHaveAttributeAsync("y", "0");
        Assert.Equal(0, await graph.ScrolledAsync());
        box = (await graph.Map.BoundingBoxAsync())!; // it stands in the corner under which the least is drawn
        await reader.Page.Mouse.ClickAsync(box.X + box.Width / 2, box.Y + box.Height - 3);
        await Expect(graph.SeenOnMap).Not.ToHaveAttributeAsync("y", "0");
        Assert.True(await graph.ScrolledAsync() > 0);

        await graph.Do("Fit").ClickAsync();
        await Expect(graph.Map).ToBeHiddenAsync(); // there is nothing to find
        await graph.Do("Zoom in").ClickAsync();
        await graph.Do("Zoom in").ClickAsync();
        await Expect(graph.Map).ToBeVisibleAsync();
        await graph.Do("Map").ClickAsync();
        await Expect(graph.Map).ToBeHiddenAsync();
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task ClaimsSideBySide_FoldIntoOneCard_ThatUnfoldsByAClick_AndNoneIsLost()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var trace = await OpenAsync(reader, "Binimetinib", "C32");
        var claims = await trace.Graph.Claims.CountAsync();
        await trace.FoldAsync("Everything");
        await Expect(trace.Graph.Folded.First).ToBeVisibleAsync();
        Assert.True(await trace.Graph.Claims.CountAsync() < claims);
        Assert.Empty(await trace.Graph.MisplacedTextAsync());
        await Accessibility.AssertNoFindingAsync(reader, new Uri(reader.Page.Url).PathAndQuery);
        var folded = await trace.Graph.Folded.CountAsync();
        await trace.Graph.Folded.First.ClickAsync();
        await Expect(trace.Graph.Folded).Not.ToHaveCountAsync(folded);
        await trace.FoldAsync("One card for each claim");
        await Expect(trace.Graph.Claims).ToHaveCountAsync(claims);
        reader.HasNoProblems();
    }

    [E2ETheory]
    [InlineData("Picture as SVG", ".svg")]
    [InlineData("Picture as PNG", ".png")]
    public async Task Picture_IsTakenAlong(string button, string ending)
    {
        await using var reader = await portal.VisitAsync();
        var trace = await OpenAsync(reader, "Dabrafenib", "C32");
        var file = await reader.Page.RunAndWaitForDownloadAsync(() => trace.Graph.SaveAsync(button));
        Assert.EndsWith(ending, file.SuggestedFilename, StringComparison.Ordinal);
        Assert.InRange(new FileInfo((await file.PathAsync())!).Length, 2_000, 5_000_000);
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task WeakestStep_IsFoundFromTheAnswer_AndShownWithItsChecks()
    {
        await using var reader = await portal.VisitAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var trace = await OpenAsync(reader, "Binimetinib", "C32");
        var weakest = (await trace.WeakestStep.InnerTextAsync()).Split(' ')[0];
        await trace.WeakestStep.ClickAsync();
        await Expect(trace.ShownDetails).ToHaveIdAsync(weakest);
        await Expect(trace.Graph.Claim(weakest)).ToHaveAccessibleNameAsync(new Regex("Weakest step"));
        await Expect(trace.Graph.Claim(weakest)).ToHaveAttributeAsync("aria-current", "true");
        reader.HasNoProblems();
    }

    [E2EFact]
    public async Task LinkOfTheChosenClaim_IsCopiedAndConfirmed_AndOpensOnAPhoneWithoutAScript()
    {
        await using var reader = await portal.VisitAsync();
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var trace = await OpenAsync(reader, "Binimetinib", "C32");
        await trace.Graph.Claim("n4").ClickAsync();
        await trace.CopyOf("n4").ClickAsync();
        await Expect(trace.Said).ToHaveTextAsync(new Regex(@"^Copied: link to claim n4, revision \d+\.$"));
        var link = new Uri(await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await using var phone = await portal.VisitAsync(
            new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        var there = await TracePage.OpenAsync(phone, link.PathAndQuery + link.Fragment);
        await Expect(there.Details("n4")).ToBeInViewportAsync();
        reader.HasNoProblems();
    }

    private static Task<TracePage> OpenAsync(Visitor reader, string compound, string line) =>
        TracePage.OfNewJobAsync(reader, compound, line);

    [GeneratedRegex("Supported|Contradicted|Disputed|Not decided|No test|Not independent|Depends", RegexOptions.IgnoreCase)]
    private static partial Regex SaysItsVerdict();
}
