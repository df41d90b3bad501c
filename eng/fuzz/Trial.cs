using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.KnockOut;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.CommandLine;

namespace VcrPortal.Fuzz;

/// <summary>One input given to its reader: what it cost, and what went wrong.</summary>
/// <param name="Finding">Null when nothing did.</param>
internal sealed record Trial(FuzzInput Input, TimeSpan Time, long Allocated, string? Finding)
{
    /// <summary>Time that any input may take: a start, and so much for each byte. A quadratic reader exceeds it a thousandfold.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PerByte = TimeSpan.FromMicroseconds(2);

    /// <summary>Memory that any input may take, all that was ever allocated for it; a file may hold a record in two bytes.</summary>
    private const long StartBytes = 20 << 20;
    private const long BytesPerByte = 4_000;

    /// <summary>Graphs beyond so many actions are read, and not written, drawn and compared.</summary>
    private const int MostActions = 150;

    /// <summary>The first traces of a file are used so.</summary>
    private const int MostTraces = 20;

    public static Trial Run(FuzzInput input)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            var traces = Read(input);
            var (time, allocated) = (clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
            return new(
                input, time, allocated, Cost(input, time, allocated)
                ?? traces.Take(MostTraces).Select(t => Claims(input, t)).FirstOrDefault(f => f is not null));
        }
        catch (Exception e)
        {
            return new(input, clock.Elapsed, 0, e.ToString());
        }
    }

    private static string? Cost(FuzzInput input, TimeSpan time, long allocated)
    {
        if (time > Start + PerByte * input.Bytes.Length) return $"took {time} for {input.Bytes.Length} bytes";
        return allocated > StartBytes + BytesPerByte * input.Bytes.Length ? $"allocated {allocated} bytes for {input.Bytes.Length}" : null;
    }

    private static ImmutableArray<TraceInput> Read(FuzzInput input) => input.Form switch
    {
        InputForm.Text => [ReadInPieces(input)],
        InputForm.Csv => TraceTable.Read("a.csv", Encoding.UTF8.GetString(input.Bytes)),
        _ => TraceRecords.Read("a.json", input.Bytes),
    };

    // In pieces of a thousand bytes: as a stream brings it, and cut inside of characters.
    private static TraceInput ReadInPieces(FuzzInput input)
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        foreach (var piece in input.Bytes.Chunk(1_000)) reader.Feed(piece);
        return TraceInput.From(0, reader.Complete(), d => new PlacedDiagnostic("a.txt", d));
    }

    /// <summary>What must hold of everything that was read.</summary>
    private static string? Claims(FuzzInput input, TraceInput trace)
    {
        foreach (var placed in trace.Diagnostics)
            if (placed.ToString().Any(c => char.IsControl(c)) || placed.Diagnostic.Message.Length is 0
                or > 2_000) return $"bad diagnostic: {placed.Diagnostic}";
        if (trace.Document is not { } document || document.Graph.Actions.Length > MostActions) return null;
        if (input.Form == InputForm.Text && ReadWhole(input) != Signature(document)) return "read whole and in pieces differ";
        return RoundTrips(document.Graph) ?? Uses(document);
    }

    private static string ReadWhole(FuzzInput input)
    {
        var reader = new ExplanationReader(PrimitiveVocabulary.Vcr20);
        reader.Feed(input.Bytes);
        var read = reader.Complete();
        return Signature(new(read.Graph, read.Diagnostics, [], [], null));
    }

    private static string Signature(TraceDocument document) =>
        ExplanationWriter.Write(document.Graph) + string.Join('\n', document.Diagnostics);

    private static string? RoundTrips(ActionGraph graph)
    {
        var text = ExplanationWriter.Write(graph);
        if (!ExplanationReader.Read(text).Graph.IsIdenticalTo(graph)) return "read(write(g)) is not g";
        var json = TraceJsonReader.Read(TraceJsonWriter.Write(TraceDocument.From(graph)));
        if (json.Document is not { } document || !document.Graph.IsIdenticalTo(graph)) return "the JSON form is not lossless";
        var diff = GraphDiff.Between(ActionGraphOf(graph, graph.Actions.Length / 2), graph);
        if (diff.Apply(ActionGraphOf(graph, graph.Actions.Length / 2)) is not ApplyOutcome.Applied { Graph: var applied }
            || applied.SemanticHash != graph.SemanticHash) return "apply(diff(a, b), a) is not b";
        return GraphDiff.Between(graph, graph).IsEmpty ? null : "diff(a, a) is not empty";
    }

    private static ActionGraph ActionGraphOf(ActionGraph graph, int actions) =>
        new(graph.Vocabulary, graph.Context, graph.Actions[..actions], graph.Edges);

    private static string? Uses(TraceDocument document)
    {
        foreach (var format in ExportFormat.All)
            if (format.Write(document).Length == 0 && document.Graph.Actions.Length > 0) return $"{format.Name} is empty";
        LayeredLayout.Arrange(document.Graph);
        TraceScores.Compute(document);
        ReferenceScores.Compute(WrittenTrace.From(document.Graph), WrittenTrace.From(document.Graph));
        if (document.Graph.Actions is not [{ Id: { } first }, ..]) return null;
        Consequences.From(document.Graph, AssumedFalse.From(first));
        foreach (
            var action in document.Graph.Actions.Where(a => a.Primitive is { IsTerminal: true } && a.Id is not null).Take(2)) CutSets.Find(
            document.Graph, action.Id!.Value);
        return null;
    }
}
