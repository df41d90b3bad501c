using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Export;
using VcrPortal.Web.Features.Traces.Export.Data;

namespace VcrPortal.Web.CommandLine.Batches;

/// <summary>The file that <c>batch --to</c> writes: it stands under its name only once it is whole.</summary>
internal static class BatchFile
{
    public static bool HasNoFolder(string file) => !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)));

    public static async Task WriteAsync(IServiceProvider services, int number, string file, CancellationToken ct)
    {
        var isParquet = BatchArguments.IsParquet(file);
        var records = await services.GetRequiredService<ExportBatch>()
            .RunAsync(number, isParquet ? "parquet" : "jsonl", Caller.Operator, ct)
            ?? throw new InvalidOperationException("The batch is gone.");
        var (data, part) = (services.GetRequiredService<WriteData>(), Path.GetFullPath(file) + ".part");
        try
        {
            if (isParquet) await data.WriteParquetAsync(records, part, ct);
            else await WriteLinesAsync(data, records, part, ct);
            File.Move(part, file, overwrite: true);
        }
        finally { File.Delete(part); }
    }

    private static async Task WriteLinesAsync(WriteData data, IAsyncEnumerable<DataRecord> records, string part, CancellationToken ct)
    {
        await using var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        await data.WriteLinesAsync(records, stream, ct);
    }
}
