using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary>What one visit of a page moved over the wire, compressed as it was, with headers.</summary>
public sealed record Transfer(long Bytes, int Requests, IReadOnlyList<string> Addresses)
{
    /// <summary>What came over the page's web sockets until it stood still.</summary>
    public long SocketBytes { get; init; }

    /// <summary>Does the same as <see cref="OfAsync"/>, with nothing in the browser's cache, and with what its circuit sent.</summary>
    public static async Task<Transfer> ColdAsync(Visitor visitor, string path)
    {
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        long received = 0;
        void Count(object? sender, IWebSocketFrame frame) => Interlocked.Add(ref received, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        void Listen(object? sender, IWebSocket socket) => socket.FrameReceived += Count;
        visitor.Page.WebSocket += Listen;
        var transfer = await OfAsync(visitor, path);
        visitor.Page.WebSocket -= Listen;
        return transfer with { SocketBytes = Interlocked.Read(ref received) };
    }

    /// <summary>Opens the page and waits until its network is quiet.</summary>
    public static async Task<Transfer> OfAsync(Visitor visitor, string path)
    {
        var responses = new List<IResponse>();
        void Note(object? sender, IResponse response) => responses.Add(response);
        visitor.Page.Response += Note;
        await visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        visitor.Page.Response -= Note;
        var sizes = await Task.WhenAll(responses.Select(response => response.Request.SizesAsync()));
        return new(
            sizes.Sum(size => (long)size.ResponseBodySize + size.ResponseHeadersSize), responses.Count,
            [.. responses.Select(response => response.Url)]);
    }
}
