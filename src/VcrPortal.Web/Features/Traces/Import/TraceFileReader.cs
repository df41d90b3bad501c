using System.Text;
using System.Text.Json;
using VcrPortal.Generation.Inputs;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>
/// Reads the traces of a file one after another: VC-TRACES' Parquet, JSON Lines, a JSON list, or a table. Text is read whatever its
/// encoding, plain or in gzip. A record that cannot be read is named, and the next one follows.
/// </summary>
internal static class TraceFileReader
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <param name="tell">Told which encoding was guessed, as the end of a sentence that begins with the file.</param>
    /// <exception cref="IOException">The file is no text and no Parquet, or cannot be read without damage; it may come while records are
    /// read, where the file is cut off.</exception>
    public static IEnumerable<FileRecord> Read(string path, Action<string> tell, CancellationToken ct)
    {
        if (IsParquet(path)) return ParquetTraces.Read(path, ct);
        var text = InputText.Open(path, ct);
        if (text.Note is { } guess) tell(guess);
        using var reader = text.Read();
        return FirstLine(reader) switch
        {
            null => throw new UnreadableInputException("is empty."),
            ['[', ..] => Whole(text.Utf8(ct)),
            ['{', ..] line when !IsLineOfItsOwn(line) => Whole(text.Utf8(ct)),
            ['{', ..] => Lines(text, ct),
            var header => TableTraces.Read(path, text, header, ct),
        };
    }

    private static bool IsParquet(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PAR1"u8);
    }

    private static string? FirstLine(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
            if (!string.IsNullOrWhiteSpace(line)) return line.TrimStart();
        return null;
    }

    /// <summary>Whether an object ends on its first line, or breaks in it: else the file is one object over several lines.</summary>
    private static bool IsLineOfItsOwn(string line)
    {
        try
        {
            var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(line), isFinalBlock: false, new JsonReaderState());
            while (json.Read())
                if (json.CurrentDepth == 0 && json.TokenType == JsonTokenType.EndObject) return true;
            return false;
        }
        catch (JsonException) { return true; }
    }

    private static IEnumerable<FileRecord> Lines(InputText text, CancellationToken ct)
    {
        using var reader = text.Read();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            ct.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(line)) yield return Parse(FormattableString.Invariant($"line {number}"), line);
        }
    }

    /// <summary>One record as JSON.</summary>
    internal static FileRecord Parse(string place, string json)
    {
        try
        {
            using var record = JsonDocument.Parse(json, Strict);
            return RecordFields.Read(place, record.RootElement);
        }
        catch (JsonException broken)
        {
            return new FileRecord.Lost(place, BrokenText(json, broken));
        }
    }

    // What programs in Python write for a number that is none.
    private static string BrokenText(string json, JsonException broken)
    {
        var at = (int)Math.Min(broken.BytePositionInLine ?? 0, json.Length);
        var word = ((string[])["NaN", "-Infinity", "Infinity"]).FirstOrDefault(
            w => json.IndexOf(w, Math.Max(0, at - w.Length), StringComparison.Ordinal) is var found and >= 0 && found <= at + 1);
        return word is null ? FormattableString.Invariant($"It is no JSON from byte {at + 1} on. Only this record is left out.")
            : $"{word} is no JSON: write null, or leave it out. Only this record is left out.";
    }

    private static IEnumerable<FileRecord> Whole(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument file;
        try { file = JsonDocument.Parse(utf8, Strict); }
        catch (JsonException broken)
        {
            throw new UnreadableInputException(FormattableString.Invariant(
                $"is no JSON from line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1} on; it may be cut off."), broken);
        }
        return file.RootElement.ValueKind == JsonValueKind.Array
            ? file.RootElement.EnumerateArray()
                .Select((record, at) => RecordFields.Read(FormattableString.Invariant($"record {at}"), record))
            : [RecordFields.Read("record 0", file.RootElement)];
    }
}
