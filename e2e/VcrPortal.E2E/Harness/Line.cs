using Microsoft.Playwright;

namespace VcrPortal.E2E.Harness;

/// <summary>The connection of a page's circuit, which can be cut.</summary>
public sealed class Line
{
    private IWebSocketRoute? _socket;
    private bool _isCut;

    /// <summary>Before the page is opened.</summary>
    public static async Task<Line> OfAsync(IPage page)
    {
        var line = new Line();
        await page.RouteWebSocketAsync("**/_blazor**", line.Take);
        return line;
    }

    /// <summary>Now, and for whoever tries again, until it is mended.</summary>
    public async Task CutAsync()
    {
        _isCut = true;
        await _socket!.CloseAsync(new() { Code = 4000 });
    }

    public void Mend() => _isCut = false;

    private void Take(IWebSocketRoute route)
    {
        _socket = route;
        if (_isCut) _ = route.CloseAsync();
        else route.ConnectToServer();
    }
}
