using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>WCAG 2.2 A and AA, and axe's best practices, as axe-core finds them.</summary>
public static class Accessibility
{
    /// <summary>One line for each finding: rule, help, where. Empty is what is wanted.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.SelectMany(Describe)];
    }

    /// <summary>Contrast only: all that a theme changes. A second look for the rest would find the same again.</summary>
    public static async Task<IReadOnlyList<string>> FindInColoursAsync(IPage page)
    {
        var result = await page.RunAxe(
            new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } });
        return [.. result.Violations.SelectMany(Describe)];
    }

    private static IEnumerable<string> Describe(AxeResultItem rule) =>
        rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help}: {node.Html}");
}
