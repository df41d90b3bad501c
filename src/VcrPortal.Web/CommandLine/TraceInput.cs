using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Web.CommandLine;

/// <summary>A diagnostic and the part of the input that its line and column count in.</summary>
/// <param name="Source">The file, or a text in it: <c>traces.json[3].dag</c>.</param>
internal sealed record PlacedDiagnostic(string Source, Diagnostic Diagnostic)
{
    /// <summary>As compilers print it. What has no place stands at the beginning.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Source}:{Math.Max(1, Diagnostic.Line)}:{Math.Max(1, Diagnostic.Column)} {SeverityWord} {Diagnostic.Code} {Diagnostic.Message}")
            .Harmless();

    private string SeverityWord => Diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}

/// <summary>One trace of an input file.</summary>
/// <param name="Record">Its place in a list or JSON Lines file, from 0; 0 for a file of one trace.</param>
/// <param name="Document">Null when nothing could be read as a trace.</param>
internal sealed record TraceInput(int Record, TraceDocument? Document, ImmutableArray<PlacedDiagnostic> Diagnostics)
{
    /// <summary>The file, or the record in it: <c>traces.json[3]</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>What the reader of a list calls the trace (VCR-Agent's <c>index</c>), where the file says it.</summary>
    public string? Index { get; init; }

    /// <summary>The texts as written, where the file holds them.</summary>
    public WrittenTrace? Written { get; init; }

    public bool HasErrors => Diagnostics.Any(d => d.Diagnostic.Severity == Severity.Error);

    /// <summary>What a text held; a text without any call is no trace.</summary>
    public static TraceInput From(int record, ReadResult read, Func<Diagnostic, PlacedDiagnostic> place)
    {
        var isTrace = !read.Graph.Actions.IsEmpty || !read.Graph.Edges.IsEmpty || read.Graph.Context is not null;
        return new TraceInput(
            record, isTrace ? new TraceDocument(read.Graph, read.Diagnostics, [], [], null) : null, [.. read.Diagnostics.Select(place)]);
    }

    public static TraceInput From(int record, TraceJsonResult read, string source) =>
        new(record, read.Document,
            [.. read.Diagnostics.Concat(
            read.Document is { } document ? [.. document.Graph.Problems(), .. MentionedEntities.Ungrounded(document)] : [])
            .Select(d => new PlacedDiagnostic(source, d))])
        { Source = source };
}

internal static class TerminalText
{
    /// <summary>On one line, without characters that move a terminal's cursor or turn the direction of writing.</summary>
    public static string Harmless(this string text) =>
        string.Create(text.Length, text, (line, from) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(from[i]) || from[i] is (>= '\u2028' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069') ? ' ' : from[i];
        });
}
