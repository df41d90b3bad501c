using System.Globalization;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Network;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>A batch as a data set: <c>/batches/7.jsonl</c>, <c>/batches/7.parquet</c>. However slowly somebody reads, only their own places
/// are taken: the database is asked in turn for one page of records at a time (<see cref="ExportBatch"/>), and never while one is
/// sent.</summary>
internal sealed class BatchDownloads(ExportBatch export, WriteBatchData data)
{
    /// <summary>Downloads that one address may have open: a Parquet file lies on the disk until it is sent.</summary>
    public const int MostOfOneAddress = 4;

    private const int RetrySeconds = 30;

    private readonly PlacesBySender _open = new(MostOfOneAddress);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var does = new RequiresAttribute(Operation.ExportBatch);
        endpoints.MapGet("/batches/{number:int}.jsonl", (int number, BatchDownloads downloads, HttpContext request) =>
            downloads.InItsPlaceAsync(request, () => downloads.LinesAsync(number, request))).WithoutSharedCopies().WithMetadata(does);
        endpoints.MapGet("/batches/{number:int}.parquet", (int number, BatchDownloads downloads, HttpContext request) =>
            downloads.InItsPlaceAsync(request, () => downloads.ParquetAsync(number, request))).WithoutSharedCopies().WithMetadata(does);
    }

    private async Task<IResult> InItsPlaceAsync(HttpContext request, Func<Task<IResult>> answer)
    {
        if (_open.TryTake(request.Connection.RemoteIpAddress) is { } place)
        {
            request.Response.RegisterForDispose(place); // once all is sent, or its reader has left
            return await answer();
        }
        request.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        return Results.Text(
            $"Your address has {MostOfOneAddress} downloads open, which is as many as it may. Let one end, then ask again.\n",
            statusCode: StatusCodes.Status429TooManyRequests);
    }

    private async Task<IResult> LinesAsync(int number, HttpContext request)
    {
        var ct = request.RequestAborted;
        if (await export.RunAsync(number, "jsonl", Caller.From(request.User), ct) is not { } records) return Results.NotFound();
        return Results.Stream(
            body => data.WriteLinesAsync(records, body, ct), "application/jsonl; charset=utf-8", FileName(number, "jsonl"));
    }

    private async Task<IResult> ParquetAsync(int number, HttpContext request)
    {
        var ct = request.RequestAborted;
        if (await export.RunAsync(number, "parquet", Caller.From(request.User), ct) is not { } records) return Results.NotFound();
        var folder = Directory.CreateTempSubdirectory("vcr-parquet-");
        try
        {
            var file = Path.Combine(folder.FullName, FileName(number, "parquet"));
            await data.WriteParquetAsync(records, file, ct);
            // Gone from the disk as soon as it has been sent, or its reader has left.
            var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16,
                FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            return Results.Stream(stream, "application/vnd.apache.parquet", FileName(number, "parquet"));
        }
        finally { Remove(folder); }
    }

    // On systems that keep an open file, the file goes when it is closed, and its empty folder with the system's temporary files.
    private static void Remove(DirectoryInfo folder)
    {
        try { folder.Delete(recursive: true); }
        catch (IOException) { }
        catch (UnauthorizedAccessException) { }
    }

    private static string FileName(int number, string extension) => FormattableString.Invariant($"batch-{number}.{extension}");
}
