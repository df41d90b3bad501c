using System.Security.Cryptography;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Hosting;

/// <summary>
/// A page that everybody may read goes out with the hash of what it holds as its ETag, and is not sent again to whoever has it. Nothing
/// has to be known of what the page is made from, so nothing can be forgotten. The framework ends each page with what a circuit would go on
/// from, sealed anew each time; a page without a live part goes out without it.
/// </summary>
internal sealed class ContentTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsDocument(context))
        {
            await next(context);
            return;
        }
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try { await next(context); }
        finally { context.Response.Body = body; }
        var whole = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (context.Response.StatusCode == StatusCodes.Status200OK && !context.Response.HasStarted && TextOf(whole) is { } text)
        {
            whole = text;
            if (IsKnown(context, text)) return;
        }
        await body.WriteAsync(whole, context.RequestAborted);
    }

    /// <summary>A page of traces, for somebody without an account: such a page is written whole and stays below some hundred kB.</summary>
    private static bool IsDocument(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true
        // A secret address has its word already: nothing keeps it.
        && context.Response.Headers.CacheControl.Count == 0
        && context.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && metadata.GetMetadata<RequiresAttribute>()?.Operation == Operation.ReadTrace;

    /// <summary>What a page says, without the state of a circuit.</summary>
    /// <returns>Null where it has a live part or a form that is posted: such a page is for its reader alone.</returns>
    private static Memory<byte>? TextOf(Memory<byte> page)
    {
        var bytes = page.Span;
        if (bytes.IndexOf("<!--Blazor:"u8) >= 0 || bytes.IndexOf("__RequestVerificationToken"u8) >= 0) return null;
        var state = bytes.LastIndexOf("<!--Blazor-Server-Component-State:"u8);
        if (state < 0) return page;
        var end = bytes[state..].IndexOf("-->"u8);
        return end >= 0 && bytes[(state + end + 3)..].Trim(" \r\n"u8).IsEmpty ? page[..state] : null;
    }

    private static bool IsKnown(HttpContext context, ReadOnlyMemory<byte> text)
    {
        var (headers, answer) = (context.Response.Headers, context.Response);
        // Weak: packed for the way it is other bytes.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text.Span))[..32]}\"", isWeak: true);
        headers.ETag = tag.ToString();
        // The framework forbids to keep any page, for the sake of its sealed state.
        headers.CacheControl = "private, no-cache";
        headers.Remove("Pragma");
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return false;
        answer.StatusCode = StatusCodes.Status304NotModified;
        (answer.ContentLength, answer.ContentType) = (null, null);
        return true;
    }
}
