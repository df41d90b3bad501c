using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.CommandLine;

/// <summary>The traces of a JSON or JSON Lines file.</summary>
internal static class TraceRecords
{
    /// <summary>The most lines of one file that are reported as no JSON; what follows them is not read, for each costs an
    /// exception.</summary>
    public const int MostBrokenLines = 2_000;

    public static ImmutableArray<TraceInput> Read(string path, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[3..];
        return Parse(utf8, out var broken) is { } file ? OfFile(path, file) : ReadLines(path, utf8, broken!);
    }

    private static ImmutableArray<TraceInput> OfFile(string path, JsonDocument file)
    {
        using var _ = file;
        var root = file.RootElement;
        return root.ValueKind == JsonValueKind.Array
            ? [.. root.EnumerateArray().Select((record, at) => ReadOne($"{path}[{at}]", at, record))] : [ReadOne(path, 0, root)];
    }

    // Where no line is a record by itself, the file is broken JSON rather than JSON Lines; so it is where it begins as a list.
    private static ImmutableArray<TraceInput> ReadLines(string path, ReadOnlyMemory<byte> utf8, JsonException broken)
    {
        if (utf8.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..]) return [Unreadable(path, 0, broken, 0, utf8.Span)];
        var (found, hasRecord, whole) = (ImmutableArray.CreateBuilder<TraceInput>(), false, utf8);
        for (var (row, brokenLines) = (0, 0); !utf8.IsEmpty; row++)
        {
            var end = utf8.Span.IndexOf((byte)'\n');
            var line = end < 0 ? utf8 : utf8[..end];
            utf8 = end < 0 ? default : utf8[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            if (Parse(line, out var problem) is { } file)
                using (file)
                {
                    hasRecord |= brokenLines == 0 || IsRecord(file.RootElement);
                    found.Add(ReadOne($"{path}[{found.Count}]", found.Count, file.RootElement));
                }
            else if (brokenLines++ == MostBrokenLines)
            {
                if (hasRecord) found.Add(TooManyBroken(path, found.Count, row));
                break;
            }
            else found.Add(Unreadable(path, found.Count, problem!, row, line.Span));
        }
        return hasRecord ? found.ToImmutable() : [Unreadable(path, 0, broken, 0, whole.Span)];
    }

    private static bool IsRecord(JsonElement line) =>
        (JsonText.Member(line, "explain") ?? JsonText.Member(line, "dag") ?? JsonText.Member(line, "format")) is not null;

    private static TraceInput ReadOne(string source, int number, JsonElement record)
    {
        var (explain, dag) = (TextOf(record, "explain"), TextOf(record, "dag"));
        if (JsonText.Member(record, "format") is not null || (explain is null && dag is null)) return TraceInput.From(
            number, TraceJsonReader.Read(record), source);
        return OfTexts(source, number, new WrittenTrace(explain ?? "", dag ?? "", TextOf(record, "raw_response")), IndexOf(record));
    }

    /// <summary>A record of VCR-Agent by its texts, any of which may be missing.</summary>
    public static TraceInput OfTexts(string source, int number, WrittenTrace written, string? index)
    {
        var rows = written.Explain.AsSpan().Count('\n') + 1;
        return TraceInput.From(
            number, ReadTexts(written.Explain, written.Dag), d => Place(source, d, rows)) with
        {
            Source = source,
            Index = index,
            Written = written
        };
    }

    // Line and column count in the record's own texts; what has no place belongs to the record.
    private static PlacedDiagnostic Place(string source, Diagnostic diagnostic, int rowsOfExplain) => diagnostic.Line switch
    {
        0 => new PlacedDiagnostic(source, diagnostic),
        var line when line > rowsOfExplain => new PlacedDiagnostic(source + ".dag", diagnostic with { Line = line - rowsOfExplain }),
        _ => new PlacedDiagnostic(source + ".explain", diagnostic),
    };

    private static ReadResult ReadTexts(string explain, string dag)
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        reader.Feed(explain.AsSpan());
        reader.Feed("\n");
        reader.Feed(dag.AsSpan());
        return reader.Complete();
    }

    private static string? IndexOf(JsonElement record) => JsonText.Member(record, "index") switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.String } text => JsonText.Read(text),
        _ => null,
    };

    private static string? TextOf(JsonElement record, string name) =>
        JsonText.Member(record, name) is { ValueKind: JsonValueKind.String } text ? JsonText.Read(text) : null;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, out JsonException? problem)
    {
        problem = null;
        try
        {
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            problem = e;
            return null;
        }
    }

    private static TraceInput TooManyBroken(string source, int number, int row)
    {
        var rule = DiagnosticRules.TooManyProblems;
        return new TraceInput(
            number, null,
            [new PlacedDiagnostic(
            source, new Diagnostic(
            rule.Code, rule.Severity, $"More than {MostBrokenLines} lines are no JSON. The file is not read on from here.", row + 1, 1))]);
    }

    private static TraceInput Unreadable(string source, int number, JsonException problem, int row, ReadOnlySpan<byte> text)
    {
        var (line, column) = ((int)(problem.LineNumber ?? 0) + row + 1, (int)(problem.BytePositionInLine ?? 0) + 1);
        var rule = DiagnosticRules.NotJson;
        var message = NoNumberAt(text, problem) is { } word ? $"{word} is no JSON: write null, or leave it out."
            : "The text is no JSON from here on.";
        return new TraceInput(
            number, null, [new PlacedDiagnostic(source, new Diagnostic(rule.Code, rule.Severity, message, line, column))]);
    }

    // What programs in Python write for a number that is none.
    private static string? NoNumberAt(ReadOnlySpan<byte> text, JsonException problem)
    {
        for (var line = problem.LineNumber ?? 0; line > 0; line--)
            if (text.IndexOf((byte)'\n') is var end and >= 0) text = text[(end + 1)..];
        var at = (int)Math.Min(text.Length, problem.BytePositionInLine ?? 0);
        foreach (var word in (ReadOnlySpan<string>)["NaN", "Infinity", "-Infinity"])
            for (var start = Math.Max(0, at - word.Length); start <= at; start++) // where the first byte does not fit
                if (text[start..].StartsWith(Encoding.ASCII.GetBytes(word))) return word;
        return null;
    }
}
