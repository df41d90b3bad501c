using Microsoft.Playwright;
using VcrPortal.E2E.Harness;
using static Microsoft.Playwright.Assertions;

namespace VcrPortal.E2E.Pages.Reviewing;

/// <summary><c>/review/VCT12@1</c>: one review, to be judged, revealed and settled.</summary>
public sealed class ReviewPage(Visitor visitor)
{
    private IPage Page => visitor.Page;

    public string Path => new Uri(Page.Url).AbsolutePath;
    public ILocator State => Page.GetByTestId("review-state");
    public ILocator Judge => Page.GetByTestId("judge");
    public ILocator Revealed => Page.GetByTestId("revealed");
    public ILocator Settle => Page.GetByTestId("settle");
    public ILocator Refusal => Page.GetByTestId("refusal");
    /// <summary>On the trace's own page, while it is held back.</summary>
    public ILocator JudgeFirst => Page.GetByTestId("judge-first");
    public ILocator Progress => Page.GetByTestId("progress");
    private ILocator Keys => Page.GetByText("next, previous claim");
    public ILocator Claims => Page.Locator("[data-claim]");

    /// <summary>The claim that has the keys.</summary>
    public ILocator Current => Page.Locator("[data-claim][aria-current=true]");

    public static async Task<ReviewPage> OpenAsync(Visitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        return new(visitor);
    }

    /// <param name="claim">Its place, from 0.</param>
    public async Task AnswerAsync(int claim, string answer, string? wrong = null)
    {
        var asked = Claims.Nth(claim);
        await asked.GetByRole(AriaRole.Radio, new() { Name = answer, Exact = false }).First.CheckAsync();
        if (wrong is not null) await asked.GetByLabel("What is wrong").SelectOptionAsync(new SelectOptionValue { Label = wrong });
    }

    /// <summary>Every claim holds, but those that do not, in this place.</summary>
    /// <returns>How many claims there are.</returns>
    public async Task<int> JudgeAsync(params int[] wrong)
    {
        var claims = await Claims.CountAsync();
        for (var at = 0; at < claims; at++)
        {
            if (wrong.Contains(at)) await AnswerAsync(at, "Does not hold", "wrong direction");
            else await AnswerAsync(at, "Holds as stated");
        }
        await Page.GetByRole(AriaRole.Button, new() { Name = "Judge and reveal" }).ClickAsync();
        await Expect(Judge).ToBeHiddenAsync();
        return claims;
    }

    /// <summary>Answers every claim with a key, goes back and forth once, and judges; the mouse is not touched.</summary>
    /// <param name="answers">Which key each claim is answered with; the last one is for all that follow.</param>
    public async Task JudgeByKeysAsync(params string[] answers)
    {
        await Expect(Judge).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(); // the keys are heard from then on
        await Page.Keyboard.PressAsync("j");
        await Page.Keyboard.PressAsync("k");
        var claims = await Claims.CountAsync();
        for (var at = 0; at < claims; at++) await Page.Keyboard.PressAsync(answers[Math.Min(at, answers.Length - 1)]);
        await Expect(Progress).ToHaveTextAsync($"{claims} of {claims} judged");
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Revealed).ToBeVisibleAsync();
    }

    /// <summary>Goes on from a queue, or from a review that is judged.</summary>
    public async Task NextByKeyAsync()
    {
        var here = Page.Url;
        await Page.WaitForLoadStateAsync();
        await Page.Keyboard.PressAsync("n");
        await Expect(Page).Not.ToHaveURLAsync(here);
    }

    public async Task ListKeysByKeyAsync()
    {
        await Page.WaitForLoadStateAsync();
        await Page.Keyboard.PressAsync("?");
        await Expect(Keys).ToBeVisibleAsync();
    }

    public async Task SettleAsync(string answer, string why)
    {
        for (var at = 0; at < await Claims.CountAsync(); at++) await AnswerAsync(at, answer);
        await Page.GetByLabel("Why", new() { Exact = true }).FillAsync(why);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Accept the revision" }).ClickAsync();
    }
}
