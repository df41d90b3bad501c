using System.IO.Compression;
using System.Text;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Tables;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>Traces as a file for other programs: JSON Lines, a table, Parquet with the same columns, or their graphs in an archive.
/// Streamed: no more than one page of traces is in memory.</summary>
public sealed class WriteData(KnowledgeIndex knowledge)
{
    /// <summary>What each graph of an archive is written as: whole, and for programs that draw graphs.</summary>
    private static readonly string[] GraphForms = ["json", "graphml"];

    private readonly DataRecordWriter _writer = new(knowledge);

    public async Task WriteLinesAsync(IAsyncEnumerable<DataRecord> records, Stream to, CancellationToken ct)
    {
        await foreach (var record in records.WithCancellation(ct)) await _writer.WriteLineAsync(record, to, ct);
    }

    /// <summary>RFC 4180 with a header, UTF-8; what a spreadsheet would compute has an apostrophe before it.</summary>
    public async Task WriteTableAsync(IAsyncEnumerable<DataRecord> records, Stream to, CancellationToken ct)
    {
        var isFirst = true;
        await foreach (var record in records.WithCancellation(ct))
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(DataTable.Rows(_writer.ToJson(record), withHeader: isFirst)), ct);
            isFirst = false;
        }
        if (isFirst) await to.WriteAsync(Encoding.UTF8.GetBytes(DataTable.Header), ct);
    }

    /// <summary>Written beside the target first as JSON Lines, which DuckDB then turns into Parquet.</summary>
    /// <exception cref="DuckDbException">The disk is full.</exception>
    public async Task WriteParquetAsync(IAsyncEnumerable<DataRecord> records, string file, CancellationToken ct)
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

    /// <summary>An archive with two files for each trace, named for its revision.</summary>
    internal static async Task WriteGraphsAsync(IAsyncEnumerable<TraceView> traces, Stream to, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await foreach (var trace in traces.WithCancellation(ct))
            foreach (var format in ExportFormat.All.Where(f => GraphForms.Contains(f.Extension)))
            {
                var name = FormattableString.Invariant($"{PortalUrls.Accession(trace.Number)}-r{trace.Revision}.{format.Extension}");
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                await using var file = await entry.OpenAsync(ct);
                await file.WriteAsync(Encoding.UTF8.GetBytes(format.Write(TraceExports.DocumentOf(trace))), ct);
            }
    }
}
