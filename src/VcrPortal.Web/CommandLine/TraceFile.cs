using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// Reads the traces of a file: the text form; <c>vcr-trace/1</c>; VCR-Agent's records with <c>explain</c> and <c>dag</c>, as a list, as
/// JSON Lines or as CSV. A name in .csv says the last; else the content decides: JSON begins with a bracket. Text is read as a stream, all
/// else is held whole.
/// </summary>
internal static class TraceFile
{
    /// <summary>The largest file that is held in memory; VC-TRACES as a whole is a fifth of it.</summary>
    public const long LargestWhole = 512L << 20;

    private const int ChunkSize = 64 << 10;

    /// <param name="keepText">Keeps a text form as it was written, for scores of the text: it is then held whole too.</param>
    /// <exception cref="IOException">The file cannot be read, or is to be held whole and beyond <see cref="LargestWhole"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static async Task<ImmutableArray<TraceInput>> ReadAsync(string path, bool keepText, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, ChunkSize, useAsync: true);
        var first = new byte[ChunkSize];
        var head = first.AsMemory(0, await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, ct));
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return TraceTable.Read(
            path, Encoding.UTF8.GetString((await ReadWholeAsync(file, head, ct)).Span));
        return IsJson(head.Span) ? TraceRecords.Read(path, await ReadWholeAsync(file, head, ct))
            : [await ReadTextAsync(path, file, head, keepText, ct)];
    }

    // A byte order mark is no blank, but may stand before one.
    private static bool IsJson(ReadOnlySpan<byte> head) =>
        (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static async Task<TraceInput> ReadTextAsync(
        string path, FileStream file, Memory<byte> chunk, bool keepText, CancellationToken ct)
    {
        if (keepText) return OfText(path, Encoding.UTF8.GetString((await ReadWholeAsync(file, chunk, ct)).Span).TrimStart('\uFEFF'));
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        var buffer = new byte[ChunkSize];
        while (chunk.Length > 0)
        {
            reader.Feed(chunk.Span);
            chunk = buffer.AsMemory(0, await file.ReadAsync(buffer, ct));
        }
        return From(path, reader.Complete());
    }

    private static TraceInput OfText(string path, string text) =>
        From(path, ExplanationReader.Read(text)) with { Written = WrittenTrace.From(text) };

    private static TraceInput From(string path, ReadResult read) =>
        TraceInput.From(0, read, d => new PlacedDiagnostic(path, d)) with { Source = path };

    private static async Task<ReadOnlyMemory<byte>> ReadWholeAsync(FileStream file, Memory<byte> head, CancellationToken ct)
    {
        var whole = new ArrayBufferWriter<byte>(ChunkSize);
        whole.Write(head.Span);
        for (int read; (read = await file.ReadAsync(whole.GetMemory(ChunkSize), ct)) > 0;)
        {
            whole.Advance(read);
            if (whole.WrittenCount > LargestWhole) throw new IOException(
                $"Files of up to {LargestWhole >> 20} MB are read here. Split the file.");
        }
        return whole.WrittenMemory;
    }
}
