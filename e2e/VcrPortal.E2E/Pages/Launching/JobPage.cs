using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Pages.Reading;

namespace VcrPortal.E2E.Pages.Launching;

/// <summary><c>/jobs/{number}</c>.</summary>
public sealed partial class JobPage(Visitor visitor, int number)
{
    private IPage Page => visitor.Page;

    public int Number => number;
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/jobs/{number}");

    public ILocator Stop => Page.GetByRole(AriaRole.Button, new() { NameRegex = StopName() });
    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Report => Page.GetByRole(AriaRole.Region, new() { Name = "Report", Exact = true });
    public AudiencePanel Audience => new(Page);
    public GraphPanel Graph => new(Page);
    public RefinementPanel Refinement => new(Page);
    /// <summary>What an agent asked sources.</summary>
    public ILocator ToolCalls => Page.GetByTestId("tool-calls").GetByRole(AriaRole.Listitem);
    /// <summary>What of a critic's answer could not be used.</summary>
    public ILocator UnreadCritique => Page.GetByTestId("unread-critique");
    /// <summary>Why the job ended as it did.</summary>
    public ILocator End => Page.GetByTestId("end-reason");
    public ILocator Tokens => Page.GetByTestId("tokens");
    /// <summary>Sentences whose citations do not hold.</summary>
    public ILocator Doubts => Page.GetByTestId("doubts");
    public ILocator Replay => Page.GetByRole(AriaRole.Button, new() { Name = "Replay", Exact = true });
    public ILocator Moment => Page.GetByRole(AriaRole.Slider, new() { Name = "Moment of the job" });
    public ILocator Play => Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true });
    public ILocator MomentText => Page.GetByTestId("moment");
    public ILocator MomentLink => Page.GetByRole(AriaRole.Link, new() { Name = "Copy link to this moment" });
    public ILocator TraceLink => Page.GetByRole(AriaRole.Link, new() { NameRegex = OpenTrace() });

    /// <summary>Waits for the page of the job that was just launched.</summary>
    public static async Task<JobPage> ArriveAsync(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(Address());
        return new(visitor, int.Parse(Address().Match(visitor.Page.Url).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    public async Task<JobPage> OpenAsync(Visitor other)
    {
        await other.Page.GotoAsync(Path);
        return new(other, number);
    }

    /// <summary>Waits until the state of the whole job reads so: Queued, Running, Completed, Failed, Cancelled.</summary>
    public Task ShowsAsync(string state) => Assertions.Expect(Page.GetByTestId("job-state")).ToHaveTextAsync(state);

    /// <summary>Waits until as many claims are drawn.</summary>
    public Task ShowsClaimsAsync(int count) => Assertions.Expect(Graph.Claims).ToHaveCountAsync(count);

    public Task ShowsSomeClaimAsync() => Assertions.Expect(Graph.Claims.First).ToBeVisibleAsync();

    /// <summary>Parts whose words are drawn over what stands below them.</summary>
    public Task<string[]> SpilledAsync() => Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll("main section [role=group][tabindex]")]
          .filter(part => getComputedStyle(part).overflowY === "visible" && part.scrollHeight > part.clientHeight + 1)
          .map(part => part.getAttribute("aria-label"))
        """);

    public Task<GraphOnPage> GraphAsync() => Graph.ReadAsync();

    /// <summary>Plays from where the replay stands.</summary>
    /// <param name="speed">The speed as it is written: "20×".</param>
    public async Task PlayAsync(string speed)
    {
        await Page.GetByLabel("Speed", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = speed });
        await Play.ClickAsync();
    }

    /// <summary>The link back to the job that this one took over from.</summary>
    public ILocator Origin(JobPage job) => Page.GetByRole(AriaRole.Main).GetByRole(
        AriaRole.Link, new() { Name = string.Create(CultureInfo.InvariantCulture, $"J-{job.Number}"), Exact = true });

    /// <summary>Tries a job that is over again: a new one goes on from this stage.</summary>
    /// <param name="stage">The stage as it is written: "Build the graph".</param>
    public async Task<JobPage> RetryFromAsync(string stage)
    {
        var retry = Page.GetByRole(AriaRole.Form, new() { Name = "Try again" });
        await retry.GetByLabel("Try again from").SelectOptionAsync(new SelectOptionValue { Label = stage });
        await retry.GetByRole(AriaRole.Button, new() { Name = "Start a new job" }).ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex($"{Path}$"));
        return await ArriveAsync(visitor);
    }

    /// <summary>Follows the link to the trace.</summary>
    public async Task<TracePage> OpenTraceAsync()
    {
        await TraceLink.ClickAsync();
        await Assertions.Expect(Page).ToHaveURLAsync(TracePage.Address());
        // The address is there before the page, and the job's page has a graph too.
        await Assertions.Expect(Page.GetByTestId("trace-page")).ToBeVisibleAsync();
        return new(visitor);
    }

    [GeneratedRegex(@"/jobs/(\d+)$")]
    private static partial Regex Address();

    [GeneratedRegex("^Stop")]
    private static partial Regex StopName();

    [GeneratedRegex(@"^Open VCT\d+$")]
    private static partial Regex OpenTrace();
}
