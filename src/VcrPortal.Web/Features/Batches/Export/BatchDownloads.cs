using System.Security.Claims;
using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>A batch as a data set: <c>/batches/7.jsonl</c>, <c>/batches/7.parquet</c>.</summary>
internal sealed class BatchDownloads(ExportBatch export, WriteBatchData data) : IDisposable
{
    // Each reads a large part of the database; more wait in turn for as long as their reader stays.
    private readonly SemaphoreSlim _atOnce = new(2, 2);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var does = new RequiresAttribute(Operation.ExportBatch);
        endpoints.MapGet(
            "/batches/{number:int}.jsonl", (int number, BatchDownloads downloads, ClaimsPrincipal user, CancellationToken ct) =>
            downloads.LinesAsync(number, Caller.From(user), ct)).WithoutSharedCopies().WithMetadata(does);
        endpoints.MapGet(
            "/batches/{number:int}.parquet", (int number, BatchDownloads downloads, ClaimsPrincipal user, CancellationToken ct) =>
            downloads.ParquetAsync(number, Caller.From(user), ct)).WithoutSharedCopies().WithMetadata(does);
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<IResult> LinesAsync(int number, Caller caller, CancellationToken ct)
    {
        if (await export.RunAsync(number, "jsonl", caller, ct) is not { } records) return Results.NotFound();
        return Results.Stream(
            body => InTurnAsync(() => data.WriteLinesAsync(records, body, ct), ct), "application/jsonl; charset=utf-8",
            FileName(number, "jsonl"));
    }

    private async Task<IResult> ParquetAsync(int number, Caller caller, CancellationToken ct)
    {
        if (await export.RunAsync(number, "parquet", caller, ct) is not { } records) return Results.NotFound();
        var folder = Directory.CreateTempSubdirectory("vcr-parquet-");
        try
        {
            var file = Path.Combine(folder.FullName, FileName(number, "parquet"));
            await InTurnAsync(() => data.WriteParquetAsync(records, file, ct), ct);
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

    private async Task InTurnAsync(Func<Task> write, CancellationToken ct)
    {
        await _atOnce.WaitAsync(ct);
        try { await write(); }
        finally { _atOnce.Release(); }
    }

    private static string FileName(int number, string extension) => FormattableString.Invariant($"batch-{number}.{extension}");
}
