using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Launching;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary><c>/t/{number}</c>, with or without a revision.</summary>
public sealed partial class TracePage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    /// <summary>Path without fragment: <c>/t/VCT12@2</c>.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Main => Page.GetByRole(AriaRole.Main);
    /// <summary>What no text may bring in: a picture, or a link that runs.</summary>
    public ILocator Foreign => Main.Locator("img, a[href^='javascript' i]");
    public ILocator Report => Page.GetByRole(AriaRole.Region, new() { Name = "Report", Exact = true });
    /// <summary>Sentences of the report that the graph no longer bears out.</summary>
    public ILocator Contradicted => Page.GetByTestId("report-contradicts");
    /// <summary>The sentence that the trace answers with.</summary>
    public ILocator Answer => Page.GetByTestId("answer");
    public ILocator WeakestStep => Page.GetByTestId("weakest");
    /// <summary>Past the report, for whoever reads by keyboard.</summary>
    public ILocator ToGraph => Page.GetByRole(AriaRole.Link, new() { Name = "Go to the graph" });
    public ILocator Panel => Page.GetByTestId("claim-panel");
    /// <param name="name">"Claim", "Evidence" or "Discussion".</param>
    public ILocator Tab(string name) => Panel.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^" + name) });
    /// <param name="name">"Answer", "Path", "Claims" or "Discussion": the tabs of a phone.</param>
    public ILocator PaneTab(string name) =>
        Page.GetByRole(AriaRole.Tablist, new() { Name = "Parts of the trace" }).GetByRole(AriaRole.Tab, new() { Name = name });
    /// <summary>What stands behind the menu.</summary>
    public ILocator More => Page.GetByTestId("more");
    public ILocator ClaimChip(string claim) => Report.GetByRole(AriaRole.Link, new() { Name = $"Claim {claim}", Exact = true });
    public ILocator Grip(string of) => Page.GetByRole(AriaRole.Separator, new() { Name = $"Width of the {of}" });

    public Task OpenMenuAsync() => Page.GetByTestId("more-menu").Locator("summary").ClickAsync();

    public async Task OpenMoreAsync(string part)
    {
        await OpenMenuAsync();
        await Page.GetByTestId("more-menu").GetByRole(AriaRole.Link, new() { Name = part }).ClickAsync();
    }

    public ILocator CopyOf(string claim) =>
        Panel.GetByRole(AriaRole.Link, new() { Name = $"Copy link to claim {claim}", Exact = true });

    /// <summary>What was just done, for a moment.</summary>
    public ILocator Said => Page.GetByTestId("said");

    /// <param name="what">"Everything", a category, or "One card for each claim".</param>
    public async Task FoldAsync(string what)
    {
        await Page.GetByTestId("fold-menu").Locator("summary").ClickAsync();
        await Page.GetByTestId("fold-menu").GetByRole(AriaRole.Link, new() { Name = what }).ClickAsync();
    }

    /// <summary>"Revision 2", and whether it is an earlier one.</summary>
    public ILocator Revision => Page.GetByTestId("revision");

    /// <summary>How many a job wrote depends on what its refinement kept.</summary>
    public async Task<int> ReadRevisionAsync() => int.Parse(
        (await Revision.InnerTextAsync()).Split(' ', ',')[1], CultureInfo.InvariantCulture);

    public ILocator HistoryLink => Page.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true });
    public GraphPanel Graph => new(Page);
    public RefinementPanel Refinement => new(Page);
    public DiscussionPanel Discussion => new(Page);
    public ReportPane ReportPane => new(Page);
    public KnockOutPanel KnockOut => new(Page);

    /// <summary>What the fragment of the address leads to: the claim itself, or its details.</summary>
    public ILocator Target => Page.Locator(":target");

    /// <summary>The details that are shown: those of the chosen claim.</summary>
    public ILocator ShownDetails => Page.GetByRole(AriaRole.Article, new() { NameRegex = AnyDetails() });

    public ILocator Details(string claim) => Page.GetByRole(AriaRole.Article, new() { Name = $"Details of {claim}", Exact = true });

    /// <summary>The version of the vocabulary that it was written under.</summary>
    public ILocator Vocabulary => Page.GetByTestId("vocabulary");

    /// <summary>Engine or person.</summary>
    public ILocator WrittenBy(string claim) => Details(claim).GetByTestId("written-by");

    public static async Task<TracePage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <summary>With what people say in view.</summary>
    public static async Task<TracePage> OpenToDiscussAsync(Visitor visitor, string path)
    {
        // To the address that stands there already a browser only scrolls.
        await visitor.Page.GotoAsync("about:blank");
        return await OpenAsync(visitor, path + "#discussion");
    }

    /// <summary>Launches a job, waits until it is over, and opens its trace.</summary>
    public static async Task<TracePage> OfNewJobAsync(Visitor visitor, string compound, string cellLine)
    {
        var job = await LaunchPage.AskAsync(visitor, compound, cellLine);
        return await OpenAsync(visitor, await PathOfJobAsync(visitor, job.Url));
    }

    /// <summary>Waits until a job is over, and has its trace's path.</summary>
    public static Task<string> PathOfJobAsync(Visitor visitor, string job) => StaticForm.AwaitAsync(visitor, job, LinkToTrace());

    /// <summary>Does the same as <see cref="OfNewJobAsync"/>, for somebody who is signed in: the discussion is live.</summary>
    public static async Task<TracePage> OfNewJobToDiscussAsync(Visitor visitor, string compound, string cellLine)
    {
        var trace = await OfNewJobAsync(visitor, compound, cellLine);
        await trace.Discussion.OpenAsync();
        await trace.Discussion.IsLiveAsync();
        return trace;
    }

    /// <summary>The link from a claim's details to what people say of it.</summary>
    public ILocator TalkOf(string claim) => Details(claim).GetByRole(AriaRole.Link, new() { NameRegex = Talk() });

    /// <summary>From now on the page is neither left nor scrolled.</summary>
    public Task BeginOneScreenAsync() => Page.EvaluateAsync("() => { window.sameScreen = true; }");

    /// <summary>It was not, since <see cref="BeginOneScreenAsync"/>.</summary>
    public Task<bool> IsOneScreenAsync() => Page.EvaluateAsync<bool>("() => window.sameScreen === true && scrollY === 0");

    public Task AssumeFalseAsync(string claim) =>
        Details(claim).GetByRole(AriaRole.Link, new() { Name = "Assume it is false" }).ClickAsync();

    public Task PutBackAsync(string claim) => Details(claim).GetByRole(AriaRole.Link, new() { Name = "Restore" }).ClickAsync();

    public Task<GraphOnPage> GraphAsync() => Graph.ReadAsync();

    [GeneratedRegex("""href="(/t/VCT\d+)">Open VCT""")]
    private static partial Regex LinkToTrace();

    [GeneratedRegex(@"/t/VCT\d+")]
    public static partial Regex Address();

    [GeneratedRegex("^Discuss|comment")]
    private static partial Regex Talk();

    [GeneratedRegex("^Details of ")]
    private static partial Regex AnyDetails();
}
