using Microsoft.Playwright;
using VcrPortal.E2E.Harness;

namespace VcrPortal.E2E.Pages;

/// <summary>What one visit of a page moved over the wire, compressed as it was, with headers.</summary>
public sealed record Transfer(long Bytes, int Requests, IReadOnlyList<string> Addresses)
{
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
