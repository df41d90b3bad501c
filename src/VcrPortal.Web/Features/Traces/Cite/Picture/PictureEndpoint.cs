using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Cite.Picture;

/// <summary><c>/t/VCT12/graph.png</c>, <c>/t/VCT12@2/graph.png</c>: the picture that stands beside a link in a messenger.</summary>
internal static class PictureEndpoint
{
    public static void MapPictures(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/t/{key}/graph.png", AnswerAsync).WithMetadata(new RequiresAttribute(Operation.ReadTrace));

    /// <summary>Whoever fetches it shows it to others: only what everybody may read, and not what is held back from whoever asks.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult, ContentHttpResult>> AnswerAsync(
        string key, string? width, ReadTrace traces, GraphPictures pictures, HttpContext http, CancellationToken ct)
    {
        if (!PictureType.IsThere || TraceAddress.Read(key) is not { } address
            || await traces.RunAsync(address.Number, address.Revision, Caller.Visitor(""), ct) is not { } trace
            || await traces.RunAsync(address.Number, address.Revision, Caller.From(http.User), ct) is null)
            return TypedResults.NotFound();
        if (PictureScale.Read(width) is not { } scale)
            return TypedResults.Text(
                $"The picture is {string.Join(", ", PictureScale.All.Select(s => s.Width))} pixels wide: ask for one of these.",
                "text/plain", statusCode: StatusCodes.Status400BadRequest);
        var tag = GraphPictures.TagOf(trace);
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.ETag = $"\"{tag}\"";
        if (http.Request.Headers.IfNoneMatch == $"\"{tag}\"") return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.File(pictures.Read(trace, tag, scale), "image/png", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
