using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>Hands on the keyboard: nobody touches the mouse.</summary>
public static class Keyboard
{
    private const int MostTabs = 80;

    /// <summary>Presses Tab until the element has the focus; fails when it is not in the tab order.</summary>
    public static async Task TabToAsync(IPage page, ILocator element)
    {
        await Assertions.Expect(element).ToBeVisibleAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new PlaywrightException($"{element} was not reached with {MostTabs} tabs.");
    }

    /// <summary>Goes there by Tab and presses Enter.</summary>
    public static async Task EnterAsync(IPage page, ILocator element)
    {
        await TabToAsync(page, element);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes there by Tab and types in place of what is there.</summary>
    public static async Task TypeAsync(IPage page, ILocator field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }
}
