using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>One person with one window. Remembers what a person would complain about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private bool _isLeaving;

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _problems.Enqueue("script error: " + error);
        page.Dialog += (_, dialog) =>
        {
            _problems.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // Chromium reports a broken content security policy, and a script that failed to load, as console errors.
            if (message.Type == "error" && !IsLastWordOfACircuit(message)) _problems.Enqueue("console: " + message.Text);
        };
        page.Request += (_, request) => { if (request.IsNavigationRequest) _isLeaving = true; };
        page.RequestFailed += (_, request) => { if (request.IsNavigationRequest) _isLeaving = false; };
        page.FrameNavigated += (_, frame) => { if (frame.ParentFrame is null) _isLeaving = false; };
        page.WebSocket += (_, socket) => Sockets.Enqueue(socket.Url);
    }

    public IPage Page { get; }

    /// <summary>Asks with this person's cookies, without a page.</summary>
    public IAPIRequestContext Browser => _context.APIRequest;

    /// <summary>Script errors, dialogs and console errors so far.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    // Who leaves a page while its circuit opens ends it under the framework's hands, which says so and harms nobody. It may say so before
    // anybody hears of the next page; where nobody has left, whatever needs that circuit fails by itself.
    private bool IsLastWordOfACircuit(IConsoleMessage message) =>
        message.Location.Contains("/_framework/blazor.web", StringComparison.Ordinal)
        && (_isLeaving || message.Text.EndsWith("Circuit host not initialized.", StringComparison.Ordinal));

    /// <summary>Fails with every problem whole: a shortened message of a script says nothing.</summary>
    public void HasNoProblems()
    {
        if (!_problems.IsEmpty) throw new InvalidOperationException(string.Join('\n', _problems));
    }

    /// <summary>Every web socket that was opened: a circuit, or a hub.</summary>
    public ConcurrentQueue<string> Sockets { get; } = new();

    public static async Task<Visitor> OpenAsync(IBrowserContext context) => new(context, await context.NewPageAsync());

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
