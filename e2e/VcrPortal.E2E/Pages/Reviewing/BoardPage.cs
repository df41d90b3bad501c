using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary><c>/t/{key}/board</c>: a trace's graph, to be spread out by hand.</summary>
internal sealed class BoardPage(IPage page)
{
    /// <summary>The board, once it has the size of its window.</summary>
    public ILocator Fitted => page.Locator("[data-testid=graph-board][data-fitted]");
    public ILocator Picker => page.GetByTestId("claim-picker");
    /// <summary>What is said of the claim that is chosen.</summary>
    public ILocator Chosen => page.GetByTestId("board-chosen");
    public ILocator InTheTrace => Chosen.GetByRole(AriaRole.Link, new() { Name = "Open it in the trace" });
    public ILocator Tidy => page.GetByTestId("tidy");

    /// <param name="trace">The path of the trace.</param>
    public static string PathOf(string trace) => trace + "/board";

    public ILocator Claim(string id) => page.Locator($"[data-testid=board-claim][data-claim={id}]");

    /// <summary>Moves a claim by hand, by so many pixels.</summary>
    public async Task DragAsync(string id, float right, float down)
    {
        var box = (await Claim(id).BoundingBoxAsync())!;
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + right, y + down, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    /// <summary>The server has heard of the last movement, and its page has drawn it.</summary>
    public Task LiesAtAsync(string id, double x, double y) => page.WaitForFunctionAsync(
        """
        ([id, x, y]) => {
            const box = document.querySelector(`[data-testid=board-claim][data-claim=${id}]`).getBoundingClientRect();
            return Math.abs(box.x - x) < 1 && Math.abs(box.y - y) < 1;
        }
        """, new object[] { id, x, y });
}
