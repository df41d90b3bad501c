using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Annotations;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Discussion.Export;

/// <summary>What is said and marked on a trace as files of the W3C Web Annotation model, and the text that their places count.</summary>
internal static class AnnotationEndpoints
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void MapAnnotations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/t/{key}/annotations.{extension}", AnnotationsAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ExportTrace));
        endpoints.MapGet("/t/{key}/report.txt", ReportAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ReadTrace));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> AnnotationsAsync(
        string key, string extension, ExportAnnotations export, TimeProvider clock, ClaimsPrincipal user, HttpRequest request,
        CancellationToken ct)
    {
        if (extension is not ("jsonld" or "jsonl") || TraceAddress.Read(key) is not (var number, null)) return TypedResults.NotFound();
        var root = $"{request.Scheme}://{request.Host}{request.PathBase}";
        if (await export.RunAsync(number, root, extension, Caller.From(user), ct) is not { } all) return TypedResults.NotFound();
        var name = $"{PortalUrls.Accession(number)}-annotations.{extension}";
        if (extension == "jsonl")
            return File(string.Concat(all.Select(a => a.ToLine(root).ToJsonString() + "\n")), "application/jsonl", name);
        var collection = WebAnnotation.Collection(
            root + PortalUrls.TraceAnnotations(number, extension), $"Annotations of {PortalUrls.Accession(number)}", root,
            clock.GetUtcNow().UtcDateTime, all);
        return File(collection.ToJsonString(Indented), "application/ld+json", name);
    }

    /// <summary>The same text that a browser has of the report, so that whoever has the file finds its places again.</summary>
    private static async Task<Results<ContentHttpResult, NotFound>> ReportAsync(
        string key, ReadTrace traces, ClaimsPrincipal user, CancellationToken ct) =>
        TraceAddress.Read(key) is { } address
        && await traces.RunAsync(address.Number, address.Revision, Caller.From(user), ct) is { } trace
            ? TypedResults.Text(ReportTexts.For(trace.ReportMarkdown), "text/plain", Encoding.UTF8) : TypedResults.NotFound();

    // Always a download: what people wrote is never opened as a page of ours.
    private static FileContentHttpResult File(string text, string type, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(text), type + "; charset=utf-8", name);
}
