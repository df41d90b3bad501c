using Microsoft.Playwright;

namespace VcrPortal.E2E.Pages;

/// <summary>What a live page says of its connection. Its id is the framework's.</summary>
public sealed class ConnectionNotice(IPage page)
{
    private const float Patience = 60_000; // the framework tries by itself, less and less often

    public ILocator Box => page.Locator("#components-reconnect-modal");
    public ILocator GoOn => Box.GetByRole(AriaRole.Button, new() { Name = "Go on" });

    public Task SaysAsync(string text) => Assertions.Expect(Box).ToContainTextAsync(text);

    /// <summary>The page is connected.</summary>
    public Task IsGoneAsync() => Assertions.Expect(Box).ToBeHiddenAsync(new() { Timeout = Patience });

    /// <summary>Tells the page what a browser tells one whose tab goes behind another; a headless one never hides anything. Pauses at once
    /// instead of after minutes.</summary>
    public Task PutAwayAsync(bool isHidden) => page.EvaluateAsync(
        """
        isHidden => {
          document.getElementById('components-reconnect-modal').dataset.pauseAfter = '0.05';
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, isHidden);

    public Task<bool> PauseAsync() => page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()");
}
