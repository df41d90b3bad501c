using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary>The page on which a graph is drawn anew.</summary>
internal sealed class GraphEditorPage(IPage page)
{
    public ILocator Claims => page.GetByTestId("board-claim");
    public ILocator Picker => page.GetByTestId("claim-picker");
    public ILocator Said => page.GetByTestId("said");
    public ILocator Changes => page.GetByTestId("changes");
    public ILocator ReportFold => page.GetByText("The report", new() { Exact = true });
    public ILocator Report => page.GetByLabel("Report", new() { Exact = true });
    public ILocator Problems => page.GetByTestId("diagnostics");
    public ILocator Effects => page.GetByTestId("effects");
    /// <summary>Sentences of the report that contradict the graph.</summary>
    public ILocator Contradicted => Effects.GetByRole(AriaRole.Blockquote);
    public ILocator Text => page.Locator("#text");
    /// <summary>Whether the text can be read as a graph.</summary>
    public ILocator TextState => page.GetByTestId("text-state");

    public static string PathOf(string trace) => trace + "/revise";

    public static async Task<GraphEditorPage> OpenAsync(IPage page, string trace)
    {
        await page.GotoAsync(PathOf(trace));
        return await ArriveAsync(page);
    }

    public static async Task<GraphEditorPage> ArriveAsync(IPage page)
    {
        var revise = new GraphEditorPage(page);
        await Expect(revise.Claims.First).ToBeVisibleAsync();
        // The server draws the board before the browser has told it how large it is.
        await Expect(page.Locator("[data-testid=graph-editor][data-fitted]")).ToBeVisibleAsync();
        return revise;
    }

    public ILocator Claim(string id) => page.Locator($"[data-testid=board-claim][data-claim={id}]");
    public ILocator Button(string id) => page.GetByTestId(id);
    public ILocator Field(string argument) => page.GetByTestId("ed-" + argument);
    public ILocator Kind(string primitive) => page.Locator($"[data-kind={primitive}]");

    /// <summary>Moves a claim by hand, by so many pixels.</summary>
    public async Task DragAsync(string id, float right, float down)
    {
        var (x, y) = await PointAsync(Claim(id), 0.5f);
        await DrawAsync((x, y), (x + right, y + down));
    }

    /// <summary>Draws a link from the lower port of a claim to the upper one of another.</summary>
    public async Task DrawLinkAsync(string from, string to) =>
        await DrawAsync(await PointAsync(Claim(from), 1), await PointAsync(Claim(to), 0));

    /// <summary>Takes a claim and moves it, without letting go.</summary>
    public async Task BeginDragAsync(string id, float right, float down)
    {
        var (x, y) = await PointAsync(Claim(id), 0.5f);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + right, y + down, new() { Steps = 6 });
    }

    /// <summary>The browser's tab keeps no work that still goes on.</summary>
    public Task HasForgottenAsync() => page.WaitForFunctionAsync(
        "() => Object.keys(sessionStorage).every(key => !key.startsWith('vcr-draft:'))");

    public Task EndDragAsync() => page.Mouse.UpAsync();

    private async Task DrawAsync((float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    /// <param name="height">0 at the upper edge, where the port for causes is; 1 at the lower one.</param>
    private static async Task<(float X, float Y)> PointAsync(ILocator claim, float height)
    {
        var box = (await claim.BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + box.Height * height);
    }

    /// <summary>Writes the first sentence anew that contradicts the graph.</summary>
    public async Task RewriteAsync(Func<string, string> change)
    {
        var left = await Contradicted.CountAsync();
        await page.GetByTestId("rewrite").First.ClickAsync();
        var sentence = page.GetByTestId("new-sentence").First;
        await sentence.FillAsync(change(await sentence.InputValueAsync()));
        await page.GetByTestId("put-sentence").First.ClickAsync();
        await Expect(Contradicted).ToHaveCountAsync(left - 1);
    }

    /// <summary>Turns the first claim that lowers an activity.</summary>
    public async Task TurnFirstAsync()
    {
        var first = Picker.GetByRole(AriaRole.Option).Filter(new() { HasText = "activity falls" }).First;
        if (await first.CountAsync() == 0) return; // it is turned already
        await Picker.SelectOptionAsync(new SelectOptionValue { Value = await first.GetAttributeAsync("value") });
        await Field("direction").SelectOptionAsync("up");
    }

    public async Task SuggestAsync(string why)
    {
        await page.GetByLabel("Why").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit suggestion" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/suggestions/\d+$"));
    }

    public async Task SendAsync(string why)
    {
        await page.GetByLabel("Why").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Make it revision") }).ClickAsync();
    }
}
