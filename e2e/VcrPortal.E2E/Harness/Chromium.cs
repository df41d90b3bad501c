using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>The installed Chromium, driven by Playwright. No browser is downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>The shell without a desktop takes half the processor time of the whole browser for the same journeys.</summary>
    private static readonly string? Program =
        Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists);

    /// <summary>How long a page may take for what a journey waits for. Generous: a machine under test has other work.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static string? WhyMissing { get; } =
        Program is null ? "needs Chromium (chromium-headless-shell): eng/test installs it where it may" : null;

    private static readonly Lazy<Task<Chromium>> Shared = new(StartAsync);

    /// <summary>The one browser of this test run; it ends with the process.</summary>
    public static Task<Chromium> SharedAsync() => Shared.Value;

    public static async Task<Chromium> StartAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            ChromiumSandbox = false,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync"
            ]
        });
        return new(playwright, browser);
    }

    /// <summary>A new person: no cookies, no storage, an own window.</summary>
    public async Task<Visitor> VisitAsync(Uri portal, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = portal.ToString();
        options.ReducedMotion ??= ReducedMotion.Reduce;
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return await Visitor.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
