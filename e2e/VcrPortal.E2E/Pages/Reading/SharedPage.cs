using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages.Reading;

/// <summary>A private trace as whoever has a link reads it.</summary>
public sealed class SharedPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Answer => Page.GetByTestId("answer");
    public ILocator Main => Page.GetByRole(AriaRole.Main);
    public ILocator Boxes => Main.GetByRole(AriaRole.Textbox);
    public ILocator Buttons => Main.GetByRole(AriaRole.Button);

    /// <returns>The page with its number: 200, or 410 for a link that opens nothing.</returns>
    public static async Task<(SharedPage Page, IResponse Answer)> OpenAsync(Visitor visitor, string address) =>
        (new(visitor), (await visitor.Page.GotoAsync(address))!);
}
