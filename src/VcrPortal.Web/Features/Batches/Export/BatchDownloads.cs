using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Export.Data;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>A batch as a data set: <c>/batches/7.jsonl</c>, <c>/batches/7.parquet</c>.</summary>
internal static class BatchDownloads
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var extension in (string[])["jsonl", "parquet"])
            endpoints.MapGet(
                $"/batches/{{number:int}}.{extension}", (int number, ExportBatch export, DataDownloads downloads, HttpContext request) =>
                    downloads.InItsPlaceAsync(request, () => AnswerAsync(number, extension, export, downloads, request)))
                .WithoutSharedCopies().WithMetadata(new RequiresAttribute(Operation.ExportBatch));
    }

    private static async Task<IResult> AnswerAsync(
        int number, string extension, ExportBatch export, DataDownloads downloads, HttpContext request)
    {
        var ct = request.RequestAborted;
        return await export.RunAsync(number, extension, Caller.From(request.User), ct) is { } records
            ? await downloads.FileAsync(records, FormattableString.Invariant($"batch-{number}"), extension, ct) : Results.NotFound();
    }
}
