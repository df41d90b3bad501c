using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Launching;

/// <summary><c>/jobs/new</c>, by its labels.</summary>
public sealed partial class LaunchPage(Visitor visitor)
{
    public const string Path = "/jobs/new";

    private IPage Page => visitor.Page;

    public ILocator Compound => Field("Compound");
    public ILocator CellLine => Field("Cell line");
    public ILocator Found => Page.GetByRole(AriaRole.Region, new() { Name = "What was found" });
    /// <summary>The step of an upload that somebody is at.</summary>
    public ILocator Step => Page.GetByRole(AriaRole.List, new() { Name = "Steps" }).GetByRole(AriaRole.Listitem)
        .And(Page.Locator("[aria-current=step]"));
    /// <summary>Where visitors may not launch.</summary>
    public ILocator Register => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Register" });
    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator AskAnyway => Page.GetByRole(AriaRole.Button, new() { Name = "Ask anyway", Exact = true });
    public ILocator Launch => Page.GetByRole(AriaRole.Button, new() { NameRegex = AskOrLaunch() });

    /// <summary>Where a model is configured: agents write.</summary>
    public ILocator Agents => Page.GetByRole(AriaRole.Radio, new() { NameRegex = AgentsName() });

    /// <summary>Where a model is configured: the built-in engine drafts, and a model criticises.</summary>
    public ILocator Critic => Page.GetByRole(AriaRole.Radio, new() { NameRegex = CriticName() });

    public static async Task<LaunchPage> OpenAsync(Visitor visitor, string query = "")
    {
        await visitor.Page.GotoAsync(Path + query);
        return new(visitor);
    }

    /// <summary>Asks without a browser that draws the form; the answer's address is the job's where it was taken.</summary>
    /// <param name="way">The way as the form sends it: <c>vcr-agent</c>; the first one when empty.</param>
    public static Task<IAPIResponse> AskAsync(Visitor visitor, string compound, string cellLine, string way = "") => StaticForm.SendAsync(
        visitor, Path, "ask", ("Question.Kind", "compound"), ("Question.Compound", compound), ("Question.CellLine", cellLine),
        ("Question.Way", way));

    public async Task FillAsync(string compound, string cellLine)
    {
        await Compound.FillAsync(compound);
        await CellLine.FillAsync(cellLine);
    }

    public async Task<JobPage> LaunchAsync(string compound, string cellLine)
    {
        await FillAsync(compound, cellLine);
        await Launch.ClickAsync();
        return await JobPage.ArriveAsync(visitor);
    }

    /// <summary>Asks about names that nobody knows, and insists.</summary>
    public async Task<JobPage> InsistAsync(string compound, string cellLine)
    {
        await FillAsync(compound, cellLine);
        await Launch.ClickAsync();
        await AskAnyway.ClickAsync();
        return await JobPage.ArriveAsync(visitor);
    }

    /// <summary>Gives a file of records; the page then says what can be launched of it.</summary>
    public async Task UploadAsync(string fileName, string json)
    {
        await OpenUploadAsync();
        var file = new FilePayload { Name = fileName, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(json) };
        await Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(file);
    }

    public ILocator Main => Page.GetByRole(AriaRole.Main);
    /// <param name="field">"compound", "gene" or "cellLine".</param>
    public ILocator MeaningOf(string field) => Page.Locator($"[data-meant='{field}']");

    public ILocator Pasted => Page.GetByLabel("Or paste it here");
    /// <summary>Why a chosen file is not sent.</summary>
    public ILocator FileProblem => Page.GetByTestId("file-problem");

    public Task CheckAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Look at them" }).ClickAsync();

    /// <summary>Goes from the records to how many jobs they are.</summary>
    public Task NextAsync() => Page.GetByRole(AriaRole.Button, new() { NameRegex = Next() }).ClickAsync();

    public Task BackAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();

    public Task OpenUploadAsync() => Page.GetByRole(AriaRole.Link, new() { NameRegex = Json() }).ClickAsync();

    /// <param name="path">The path of a file of any size.</param>
    public Task ChooseFileAsync(string path) => Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(path);

    // The same label may also name a choice, and the list of suggestions below the field.
    private ILocator Field(string label) => Page.GetByLabel(label, new() { Exact = true }).And(Page.Locator("input:not([type=radio])"));

    [GeneratedRegex("^Next: ")]
    private static partial Regex Next();

    [GeneratedRegex("^(Ask|Launch)( [0-9,]+ jobs?)?$")]
    private static partial Regex AskOrLaunch();

    [GeneratedRegex("^Language-model agents")]
    private static partial Regex AgentsName();

    [GeneratedRegex("JSON")]
    private static partial Regex Json();

    [GeneratedRegex("^Built-in engine, with a model as critic")]
    private static partial Regex CriticName();
}
