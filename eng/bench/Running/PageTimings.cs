using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace VcrPortal.Bench.Running;

/// <summary>When a page first showed something, by its own clock, which is this machine's.</summary>
internal static partial class PageTimings
{
    /// <summary>Notes the first time of each claim, of each verdict on one, and of the report's text, as the document changes.</summary>
    public const string Script = """
        (() => {
          const seen = window.__seen = { claims: {}, verdicts: {}, text: null };
          const look = () => {
            const now = Date.now();
            for (const claim of document.querySelectorAll('svg.graph a.claim')) {
              seen.claims[claim.dataset.claim] ??= now;
              if (claim.dataset.mark !== 'Pending') seen.verdicts[claim.dataset.claim] ??= now;
            }
            if (seen.text === null && document.querySelector('.prose')?.textContent.trim()) seen.text = now;
          };
          new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true,
            attributeFilter: ['data-mark'] });
          document.addEventListener('DOMContentLoaded', look);
        })()
        """;

    public static async Task<DateTime> FirstTextAsync(IPage page) => At(await page.EvaluateAsync<double>("() => window.__seen.text"));

    /// <summary>Waits until the island is alive: a press of its button comes back from the server.</summary>
    public static async Task CircuitIsOpenAsync(IPage page)
    {
        var pause = page.GetByRole(AriaRole.Button, new() { NameRegex = PauseName() });
        while (await pause.GetAttributeAsync("aria-pressed") != "true")
        {
            await pause.ClickAsync(); // lost, while the island is not alive yet
            await page.WaitForTimeoutAsync(100);
        }
        await pause.ClickAsync();
        await Assertions.Expect(pause).ToHaveAttributeAsync("aria-pressed", "false");
    }

    public static Task VerdictIsShownAsync(IPage page) => page.WaitForFunctionAsync("() => Object.keys(window.__seen.verdicts).length > 0");

    public static Task<Dictionary<string, DateTime>> ClaimsAsync(IPage page) => TimesAsync(page, "claims");

    public static Task<Dictionary<string, DateTime>> VerdictsAsync(IPage page) => TimesAsync(page, "verdicts");

    private static async Task<Dictionary<string, DateTime>> TimesAsync(IPage page, string of)
    {
        var seen = await page.EvaluateAsync<string>("of => JSON.stringify(window.__seen[of])", of);
        return JsonSerializer.Deserialize<Dictionary<string, double>>(seen)!.ToDictionary(claim => claim.Key, claim => At(claim.Value));
    }

    private static DateTime At(double millisecondsSinceEpoch) => DateTime.UnixEpoch.AddMilliseconds(millisecondsSinceEpoch);

    [GeneratedRegex("pause", RegexOptions.IgnoreCase)]
    private static partial Regex PauseName();
}
