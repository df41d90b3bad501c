using System.Globalization;
using VcrPortal.Web.Access.Network;
using VcrPortal.Web.Features.Traces.Read;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>Answers with a data set as a file. However slowly somebody reads, only their own places are taken: the database is asked in
/// turn for one page of records at a time, and never while one is sent.</summary>
public sealed class DataDownloads(WriteData data)
{
    /// <summary>Downloads that one address may have open: a Parquet file lies on the disk until it is sent.</summary>
    public const int MostOfOneAddress = 4;

    private const int RetrySeconds = 30;

    private readonly PlacesBySender _open = new(MostOfOneAddress);

    internal async Task<IResult> InItsPlaceAsync(HttpContext request, Func<Task<IResult>> answer)
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

    /// <param name="extension"><c>jsonl</c>, <c>csv</c> or <c>parquet</c>.</param>
    /// <param name="name">The name of the file, without its extension.</param>
    internal async Task<IResult> FileAsync(IAsyncEnumerable<DataRecord> records, string name, string extension, CancellationToken ct) =>
        extension switch
        {
            "jsonl" => Results.Stream(
                body => data.WriteLinesAsync(records, body, ct), "application/jsonl; charset=utf-8", $"{name}.jsonl"),
            "csv" => Results.Stream(body => data.WriteTableAsync(records, body, ct), "text/csv; charset=utf-8", $"{name}.csv"),
            _ => await StoredAsync(
                file => data.WriteParquetAsync(records, file, ct), $"{name}.parquet", "application/vnd.apache.parquet"),
        };

    /// <summary>The graphs of traces in an archive. What writes archives waits for each byte to be taken, so it writes to the
    /// disk.</summary>
    internal static Task<IResult> ArchiveAsync(IAsyncEnumerable<TraceView> traces, string name, CancellationToken ct) =>
        StoredAsync(async file =>
        {
            await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
            await WriteData.WriteGraphsAsync(traces, stream, ct);
        }, $"{name}.zip", "application/zip");

    /// <summary>A file that is whole before the first byte of it is sent.</summary>
    private static async Task<IResult> StoredAsync(Func<string, Task> write, string name, string type)
    {
        var folder = Directory.CreateTempSubdirectory("vcr-download-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await write(file);
            // Gone from the disk as soon as it has been sent, or its reader has left.
            var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16,
                FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            return Results.Stream(stream, type, name);
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
}
