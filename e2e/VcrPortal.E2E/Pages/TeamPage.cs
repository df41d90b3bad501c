using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages;

/// <summary><c>/teams/menders</c>: who is in a team, and what its members show each other.</summary>
public sealed class TeamPage(Visitor visitor, string path)
{
    public string Path { get; } = path;

    private IPage Page => visitor.Page;

    public ILocator Members => Page.GetByTestId("members").GetByRole(AriaRole.Listitem);
    public ILocator PrivateTraces =>
        Page.GetByRole(AriaRole.Region, new() { Name = "Private traces of its members" }).Locator("a[href^='/t/VCT']");

    /// <summary>Begins a team of this name.</summary>
    public static async Task<TeamPage> BeginAsync(Visitor visitor, string name)
    {
        await visitor.Page.GotoAsync("/teams");
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Begin it" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Regex($"/teams/{name}$"));
        return new(visitor, $"/teams/{name}");
    }

    public static async Task<TeamPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor, path);
    }

    public async Task InviteAsync(string name)
    {
        await Page.GetByLabel("Invite by name").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Expect(Members.Filter(new() { HasText = name })).ToContainTextAsync("invited");
    }

    /// <summary>What its last member is told before they leave.</summary>
    public ILocator Last => Page.GetByTestId("last");

    /// <param name="button">"Leave the team", or what becomes of its collections.</param>
    public async Task LeaveAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/teams$"));
    }

    public async Task JoinAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Leave the team" })).ToBeVisibleAsync();
    }
}
