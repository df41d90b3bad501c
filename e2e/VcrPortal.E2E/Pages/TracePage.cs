using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/t/{number}</c>, with or without a revision.</summary>
public sealed partial class TracePage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    /// <summary>Path without fragment: <c>/t/VCT12@2</c>.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Report => Page.GetByRole(AriaRole.Region, new() { Name = "Report", Exact = true });
    public ILocator HistoryLink => Page.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true });
    public GraphPanel Graph => new(Page);
    public DiscussionPanel Discussion => new(Page);
    public KnockOutPanel KnockOut => new(Page);

    /// <summary>What the fragment of the address leads to: the claim itself, or its details.</summary>
    public ILocator Target => Page.Locator(":target");

    /// <summary>The details that are shown: those of the chosen claim.</summary>
    public ILocator ShownDetails => Page.GetByRole(AriaRole.Article, new() { NameRegex = AnyDetails() });

    public ILocator Details(string claim) => Page.GetByRole(AriaRole.Article, new() { Name = $"Details of {claim}", Exact = true });

    public static async Task<TracePage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <summary>Launches a job, waits until it is over, and follows its link to the trace.</summary>
    public static async Task<TracePage> OfNewJobAsync(Visitor visitor, string compound, string cellLine)
    {
        var job = await (await LaunchPage.OpenAsync(visitor)).LaunchAsync(compound, cellLine);
        await job.ShowsAsync("Completed");
        return await job.OpenTraceAsync();
    }

    /// <summary>As <see cref="OfNewJobAsync"/>, by somebody who is signed in: the discussion is live.</summary>
    public static async Task<TracePage> OfNewJobToDiscussAsync(Visitor visitor, string compound, string cellLine)
    {
        var trace = await OfNewJobAsync(visitor, compound, cellLine);
        await trace.Discussion.IsLiveAsync();
        return trace;
    }

    /// <summary>From a claim's details to what people say of it.</summary>
    public ILocator TalkOf(string claim) => Details(claim).GetByRole(AriaRole.Link, new() { NameRegex = Talk() });

    public Task AssumeFalseAsync(string claim) =>
        Details(claim).GetByRole(AriaRole.Link, new() { Name = "Assume it is false" }).ClickAsync();

    public Task PutBackAsync(string claim) => Details(claim).GetByRole(AriaRole.Link, new() { Name = "Put back" }).ClickAsync();

    public Task<GraphOnPage> GraphAsync() => Graph.ReadAsync();

    [GeneratedRegex(@"/t/VCT\d+")]
    public static partial Regex Address();

    [GeneratedRegex("^Discuss|comment")]
    private static partial Regex Talk();

    [GeneratedRegex("^Details of ")]
    private static partial Regex AnyDetails();
}
