using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>WCAG 2.2 A and AA, and axe's best practices, as axe-core finds them.</summary>
public static class Accessibility
{
    private const int Desk = 1440;
    private const int Phone = 390;

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

    /// <summary>Opens the path; then nothing is found, in both themes and at the width of a phone.</summary>
    public static async Task AssertNoFindingAsync(Visitor visitor, string path)
    {
        var findings = await FindAtAsync(visitor, path);
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    /// <summary>What is found at the path, in both themes and at the width of a phone.</summary>
    public static async Task<IReadOnlyList<string>> FindAtAsync(Visitor visitor, string path)
    {
        var page = visitor.Page;
        await ShowAsync(page, ColorScheme.Light, Desk);
        await page.GotoAsync(path);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
        List<string> findings = [.. (await FindAsync(page)).Select(f => $"{path}, light, {Desk} px: {f}")];
        await ShowAsync(page, ColorScheme.Dark, Desk);
        findings.AddRange((await FindInColoursAsync(page)).Select(f => $"{path}, dark, {Desk} px: {f}"));
        await ShowAsync(page, ColorScheme.Light, Phone);
        findings.AddRange((await FindAsync(page)).Select(f => $"{path}, light, {Phone} px: {f}"));
        await ShowAsync(page, ColorScheme.Light, Desk);
        return findings;
    }

    /// <summary>Nothing is found in the page as it stands, with what somebody has opened in it, in both themes.</summary>
    public static async Task AssertAsItStandsAsync(Visitor visitor, string state)
    {
        var page = visitor.Page;
        List<string> findings = [.. (await FindAsync(page)).Select(f => $"{state}, light: {f}")];
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        findings.AddRange((await FindInColoursAsync(page)).Select(f => $"{state}, dark: {f}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.True(findings.Count == 0, string.Join("\n", findings));
    }

    private static async Task ShowAsync(IPage page, ColorScheme theme, int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
    }

    private static IEnumerable<string> Describe(AxeResultItem rule) =>
        rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help}: {node.Html}");
}
