using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using VcrPortal.Generation.Inputs;

namespace VcrPortal.Generation.Questions;

/// <summary>
/// Reads perturbation records from VCR-Agent's JSON: an object, a list, or JSON Lines, in the old and the new shape. It never throws for
/// what a file holds: a malformed record is reported with its index and field and the rest goes on; where the JSON itself breaks, it says
/// where, and what was complete before is kept.
/// </summary>
public static class PerturbationRecordReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = RecordLimits.JsonDepth, AllowMultipleValues = true };

    /// <summary>Reads a whole upload, whatever its encoding, and no more of it than <see cref="RecordLimits.FileBytes"/>.</summary>
    public static async Task<PerturbationRecords> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > RecordLimits.FileBytes) return Refused(
                $"The file is larger than {RecordLimits.FileBytes / (1024 * 1024)} MB.");
        }
        return ReadText(bytes.ToArray(), ct);
    }

    private static PerturbationRecords ReadText(byte[] bytes, CancellationToken ct)
    {
        try
        {
            var text = InputText.From(bytes, RecordLimits.FileBytes, ct);
            var utf8 = text.Utf8(ct);
            var written = Encoding.UTF8.GetString(utf8.Span);
            var read = RecordTableReader.IsTable(written) ? RecordTableReader.Read(written, ct) : Read(utf8);
            return read with { Note = text.Note, Utf8 = utf8 };
        }
        catch (UnreadableInputException unreadable)
        {
            return Refused($"The file {unreadable.Message}");
        }
    }

    /// <param name="text">JSON, or a table of questions.</param>
    public static PerturbationRecords Read(string text) => RecordTableReader.IsTable(text)
        ? RecordTableReader.Read(text, CancellationToken.None) : Read(Encoding.UTF8.GetBytes(text));

    /// <param name="utf8">With or without a byte order mark.</param>
    public static PerturbationRecords Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > RecordLimits.FileBytes) return Refused($"The file is larger than {RecordLimits.FileBytes / (1024 * 1024)} MB.");
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        return ProblemOfBytes(utf8.Span) is { } problem ? Refused(problem) : new Reading(utf8).Run();
    }

    private static PerturbationRecords Refused(string problem) => new([], [new(null, null, problem)]);

    private static string? ProblemOfBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PAR1"u8)) return "This is a Parquet file. Give the records as JSON, JSON Lines or CSV.";
        if (bytes.IndexOf((byte)0) is >= 0 and var zero) return $"This is not text: there is a zero byte at position {zero + 1}.";
        if (!Utf8.IsValid(bytes)) return "This is not text in UTF-8.";
        return bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? "The file is empty." : ProblemOfColumns(bytes);
    }

    /// <summary>A first line that looks like the head of a table, of a file that was not taken for one.</summary>
    private static string? ProblemOfColumns(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart(" \t\r\n"u8);
        var line = text[..(text.IndexOfAny("\r\n"u8) is >= 0 and var end ? end : text.Length)];
        if (!char.IsAsciiLetter((char)line[0]) || line.IndexOfAny(",;\t"u8) < 0 || line.IndexOfAny("{[\""u8) >= 0) return null;
        return "Line 1 names no column \"compound\" or \"gene\". Name one so, or send JSON.";
    }

    /// <summary>One pass over one file.</summary>
    private sealed class Reading(ReadOnlyMemory<byte> utf8)
    {
        private readonly ImmutableArray<PerturbationRecord>.Builder _records = ImmutableArray.CreateBuilder<PerturbationRecord>();
        private readonly ImmutableArray<RecordProblem>.Builder _problems = ImmutableArray.CreateBuilder<RecordProblem>();
        private int _index;
        private int _linesBefore;

        public PerturbationRecords Run()
        {
            for (var start = 0; start < utf8.Length;)
            {
                var broken = ReadValues(utf8.Span[start..]);
                if (broken is null || NextLineOfRecords(start + broken.Value) is not { } next) break;
                _linesBefore += utf8.Span[start..next].Count((byte)'\n');
                start = next;
            }
            return new(_records.ToImmutable(), _problems.ToImmutable());
        }

        /// <summary>The place of the value that could not be read, or null when all was read.</summary>
        private int? ReadValues(ReadOnlySpan<byte> json)
        {
            var reader = new Utf8JsonReader(json, Options);
            var inList = false;
            var complete = 0;
            try
            {
                while (reader.Read())
                {
                    if (!inList && reader.TokenType == JsonTokenType.StartArray) inList = true;
                    else if (inList && reader.TokenType == JsonTokenType.EndArray) inList = false;
                    else if (!Take(ref reader)) return null;
                    complete = (int)reader.BytesConsumed;
                }
                return null;
            }
            catch (JsonException error)
            {
                _problems.Add(
                    new(_index++, null,
                    $"The JSON breaks off or is wrong at line {_linesBefore + (error.LineNumber ?? 0) + 1}, byte "
                    + $"{(error.BytePositionInLine ?? 0) + 1} of that line."));
                return inList ? json.Length : complete;
            }
        }

        private bool Take(ref Utf8JsonReader reader)
        {
            if (_index >= RecordLimits.Records)
            {
                _problems.Add(new(null, null, $"The file holds more than {RecordLimits.Records} records; the rest is not read."));
                return false;
            }
            using var value = JsonDocument.ParseValue(ref reader);
            if (RecordParser.Parse(value.RootElement, _index, _problems) is { } record) _records.Add(record);
            _index++;
            return true;
        }

        /// <summary>
        /// In JSON Lines a broken line does not take the next ones with it: the place after it where a line begins with an object. Null
        /// when the broken value is spread over lines, for then nobody can tell where the next record begins.
        /// </summary>
        private int? NextLineOfRecords(int broken)
        {
            var span = utf8.Span;
            while (broken < span.Length && span[broken] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') broken++;
            var end = span[broken..].IndexOf((byte)'\n');
            var next = broken + end + 1;
            return end >= 0 && next < span.Length && span[broken] == '{' && span[next] == '{' ? next : null;
        }
    }
}
