using System.Collections.Immutable;
using System.Text;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Cite;
using VcrPortal.Web.Features.Traces.Export.Data;

namespace VcrPortal.Web.Features.Collections.Export;

/// <summary>A collection for programs: its feed, its citation, itself as JSON, and its traces as data sets.</summary>
internal static class CollectionEndpoints
{
    private const string Path = "/collections/{number:int}";

    private static readonly ImmutableArray<string> DataSets = ["jsonl", "csv", "parquet"];

    public static void MapCollections(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path + "/feed.atom", FeedAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ReadCollection));
        endpoints.MapGet(Path + "/cite.{extension}", CiteAsync).WithoutSharedCopies()
            .WithMetadata(new RequiresAttribute(Operation.ReadCollection));
        endpoints.MapGet(Path + ".json", FileAsync).WithoutSharedCopies().WithMetadata(new RequiresAttribute(Operation.ReadCollection));
        foreach (var extension in DataSets)
            endpoints.MapGet(
                $"{Path}.{extension}",
                (int number, ReadCollection read, ExportSearch export, DataDownloads downloads, HttpContext request) =>
                    downloads.InItsPlaceAsync(request, () => DataAsync(number, extension, read, export, downloads, request)))
                .WithoutSharedCopies().WithMetadata(new RequiresAttribute(Operation.ExportTrace));
    }

    private static async Task<IResult> FeedAsync(int number, ReadCollection read, HttpContext http, CancellationToken ct) =>
        await read.RunAsync(number, Caller.From(http.User), ct) is { } view
            ? Results.Text(CollectionFeed.For(view, RootOf(http.Request)).Write(), "application/atom+xml", Encoding.UTF8)
            : Results.NotFound();

    private static async Task<IResult> CiteAsync(
        int number, string extension, ReadCollection read, HttpContext http, CancellationToken ct) =>
        CitationFormat.All.FirstOrDefault(f => f.Extension == extension) is { } format
        && await read.RunAsync(number, Caller.From(http.User), ct) is { } view
            ? Results.File(
                Encoding.UTF8.GetBytes(format.Write(CollectionCitation.From(view, RootOf(http.Request)))),
                format.MediaType + "; charset=utf-8", FormattableString.Invariant($"collection-{number}-v{view.Version}.{extension}"))
            : Results.NotFound();

    private static async Task<IResult> FileAsync(int number, ReadCollection read, HttpContext http, CancellationToken ct) =>
        await read.RunAsync(number, Caller.From(http.User), ct) is { } view
            ? Results.File(
                CollectionFile.Write(view, RootOf(http.Request)), "application/json; charset=utf-8",
                FormattableString.Invariant($"collection-{number}.json"))
            : Results.NotFound();

    /// <summary>The traces of the collection in the columns of every data set, each trace once.</summary>
    private static async Task<IResult> DataAsync(
        int number, string extension, ReadCollection read, ExportSearch export, DataDownloads downloads, HttpContext http)
    {
        var (caller, ct) = (Caller.From(http.User), http.RequestAborted);
        if (await read.RunAsync(number, caller, ct) is not { } view) return Results.NotFound();
        ImmutableArray<int> traces = [.. view.Items.Select(i => i.Key.Trace).Distinct()];
        return await downloads.FileAsync(
            await export.ForAsync(traces, extension, caller, ct), FormattableString.Invariant($"collection-{number}"), extension, ct);
    }

    private static string RootOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
