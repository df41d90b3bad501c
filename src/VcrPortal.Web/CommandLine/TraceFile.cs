using System.Collections.Immutable;
using VcrPortal.Generation.Inputs;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// Reads the traces of a file: the text form; <c>vcr-trace/1</c>; VCR-Agent's records with <c>explain</c> and <c>dag</c>, as a list, as
/// JSON Lines or as a table. A name in .csv or .tsv says the last; else the content decides: JSON begins with a bracket. Text is read as a
/// stream, all else is held whole.
/// </summary>
internal static class TraceFile
{
    private const int ChunkSize = 64 << 10;

    /// <param name="keepText">Keeps a text form as it was written, for scores of the text: it is then held whole too.</param>
    /// <param name="tell">Told which encoding was guessed, as the end of a sentence that begins with the file.</param>
    /// <exception cref="IOException">The file cannot be read without damage, or is to be held whole and beyond
    /// <see cref="InputText.LargestWhole"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ImmutableArray<TraceInput> Read(string path, bool keepText, Action<string> tell, CancellationToken ct)
    {
        var text = InputText.Open(path, ct);
        if (text.Note is { } guess) tell(guess);
        if (IsTable(path)) return TraceTable.Read(path, text.Whole(ct));
        return IsJson(text) ? TraceRecords.Read(path, text.Utf8(ct)) : [ReadText(path, text, keepText, ct)];
    }

    private static bool IsTable(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^".gz".Length] : path;
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsJson(InputText text)
    {
        using var reader = text.Read();
        while (reader.Read() is var c and >= 0)
            if (c is not (' ' or '\t' or '\r' or '\n')) return c is '{' or '[';
        return false;
    }

    private static TraceInput ReadText(string path, InputText text, bool keepText, CancellationToken ct)
    {
        if (keepText && text.Whole(ct) is var written)
            return From(path, ExplanationReader.Read(written)) with { Written = WrittenTrace.From(written) };
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        using var characters = text.Read();
        var buffer = new char[ChunkSize];
        for (int read; (read = characters.Read(buffer, 0, buffer.Length)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            reader.Feed(buffer.AsSpan(0, read));
        }
        return From(path, reader.Complete());
    }

    private static TraceInput From(string path, ReadResult read) =>
        TraceInput.From(0, read, d => new PlacedDiagnostic(path, d)) with { Source = path };
}
