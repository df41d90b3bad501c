using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Web.Features.Batches.Export;

/// <summary>A batch as a file for other programs: JSON Lines, or Parquet with the same columns. Streamed: no more than one page of jobs is
/// in memory.</summary>
public sealed class WriteBatchData(KnowledgeIndex knowledge)
{
    private readonly BatchRecordWriter _writer = new(knowledge);

    public async Task WriteLinesAsync(IAsyncEnumerable<BatchRecord> records, Stream to, CancellationToken ct)
    {
        await foreach (var record in records.WithCancellation(ct)) await _writer.WriteLineAsync(record, to, ct);
    }

    /// <summary>Written beside the target first as JSON Lines, which DuckDB then turns into Parquet.</summary>
    /// <exception cref="DuckDbException">The disk is full.</exception>
    public async Task WriteParquetAsync(IAsyncEnumerable<BatchRecord> records, string file, CancellationToken ct)
    {
        var lines = file + ".jsonl";
        try
        {
            await using (
                var stream = new FileStream(lines, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)) await WriteLinesAsync(
                records, stream, ct);
            await Task.Run(() => ParquetOfLines.Write(lines, file, ct), ct);
        }
        finally { File.Delete(lines); }
    }
}
