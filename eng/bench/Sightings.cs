using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace VcrPortal.Bench;

/// <summary>When a page first showed something, by its own clock, which is this machine's.</summary>
internal static partial class Sightings
{
    /// <summary>Notes the first time of each claim, and of the report's text, as the document changes.</summary>
    public const string Script = """
        (() => {
          const seen = window.__seen = { claims: {}, text: null };
          const look = () => {
            const now = Date.now();
            for (const claim of document.querySelectorAll('svg.graph a.claim')) seen.claims[claim.dataset.claim] ??= now;
            if (seen.text === null && document.querySelector('.prose')?.textContent.trim()) seen.text = now;
          };
          new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
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

    public static async Task<Dictionary<string, DateTime>> ClaimsAsync(IPage page)
    {
        var seen = await page.EvaluateAsync<string>("() => JSON.stringify(window.__seen.claims)");
        return JsonSerializer.Deserialize<Dictionary<string, double>>(seen)!.ToDictionary(claim => claim.Key, claim => At(claim.Value));
    }

    /// <summary>When each claim was written to the log, from the hub's lines.</summary>
    public static Dictionary<string, DateTime> ClaimsWritten(string hubLines)
    {
        var written = new Dictionary<string, DateTime>();
        foreach (var line in hubLines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.GetProperty("kind").GetString() != "action-added") continue;
            var claim = ClaimId().Match(entry.RootElement.GetProperty("data").GetProperty("line").GetString()!);
            if (claim.Success) written[claim.Groups[1].Value] = entry.RootElement.GetProperty("at").GetDateTime().ToUniversalTime();
        }
        return written;
    }

    private static DateTime At(double millisecondsSinceEpoch) => DateTime.UnixEpoch.AddMilliseconds(millisecondsSinceEpoch);

    [GeneratedRegex("pause", RegexOptions.IgnoreCase)]
    private static partial Regex PauseName();

    [GeneratedRegex("""\bid="([^"]+)""")]
    private static partial Regex ClaimId();
}
