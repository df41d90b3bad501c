using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Cite;

/// <summary>Citations as files, the document for frames, and oEmbed.</summary>
internal static class CiteEndpoints
{
    private static readonly RequiresAttribute Reads = new(Operation.ReadTrace);

    public static void MapCitations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/t/{key}/cite.{extension}", FileAsync).WithMetadata(Reads);
        endpoints.MapGet("/embed/t/{key}", EmbedAsync).WithMetadata(Reads);
        endpoints.MapGet("/oembed", OEmbedEndpoint.AnswerAsync).WithMetadata(Reads);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(
        string key, string extension, ReadTrace traces, ClaimsPrincipal user, HttpRequest request, CancellationToken ct)
    {
        if (CitationFormat.All.FirstOrDefault(f => f.Extension == extension) is not { } format
            || await FindAsync(key, traces, Caller.From(user), ct) is not { } trace) return TypedResults.NotFound();
        var written = format.Write(TraceCitation.From(trace, RootOf(request)));
        return TypedResults.File(
            Encoding.UTF8.GetBytes(written), format.MediaType + "; charset=utf-8",
            FormattableString.Invariant($"{PortalUrls.Accession(trace.Number)}-r{trace.Revision}.{format.Extension}"));
    }

    /// <summary>Who frames it is not known, and neither who looks: only what everybody may read. Where it is known who looks, not what is
    /// held back from them either.</summary>
    private static async Task<Results<ContentHttpResult, NotFound, StatusCodeHttpResult>> EmbedAsync(
        string key, ReadTrace traces, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(key, traces, Caller.Visitor(""), ct) is not { } trace
            || await FindAsync(key, traces, Caller.From(http.User), ct) is null) return TypedResults.NotFound();
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = EmbedDocument.Policy;
        headers.Remove("Cross-Origin-Opener-Policy");
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var hash = trace.Revisions.First(r => r.Revision == trace.Revision).Hash;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{hash[..32]}-{trace.Verdicts.Length}\"");
        headers.ETag = tag;
        headers.CacheControl = "public, no-cache";
        if (http.Request.Headers.IfNoneMatch == tag) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Text(EmbedDocument.Write(trace), "text/html", Encoding.UTF8);
    }

    internal static async Task<TraceView?> FindAsync(string key, ReadTrace traces, Caller caller, CancellationToken ct) =>
        TraceAddress.Read(key) is { } address ? await traces.RunAsync(address.Number, address.Revision, caller, ct) : null;

    internal static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
