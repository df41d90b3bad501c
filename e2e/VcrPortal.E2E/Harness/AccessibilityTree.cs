using System.Text.Json;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>What Chromium hands to a screen reader.</summary>
public static class AccessibilityTree
{
    /// <summary>Role and name of what has the focus, as they are read out.</summary>
    /// <exception cref="InvalidOperationException">Nothing in the tree has the focus.</exception>
    public static async Task<(string Role, string Name)> FocusedAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree");
        await session.DetachAsync();
        // The document is said to have the focus too.
        var focused = tree!.Value.GetProperty("nodes").EnumerateArray().Last(IsFocused);
        return (TextOf(focused, "role"), TextOf(focused, "name"));
    }

    private static bool IsFocused(JsonElement node) =>
        node.TryGetProperty("properties", out var properties) && properties.EnumerateArray().Any(
            p => p.GetProperty("name").GetString() == "focused" && p.GetProperty("value").GetProperty("value").GetBoolean());

    private static string TextOf(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) ? value.GetProperty("value").GetString() ?? "" : "";
}
