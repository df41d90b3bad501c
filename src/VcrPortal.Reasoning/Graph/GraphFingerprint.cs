using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// What a graph says, without the names it gives to its actions: each action is coloured by its normalised words, then by the colours
/// around it (Weisfeiler and Leman's refinement), and the colours of actions and edges are hashed in sorted order. A colour is the first
/// half of a SHA-256. Case, runs of blanks and the order of lists do not matter.
/// </summary>
internal static class GraphFingerprint
{
    // Refinement stops as soon as it separates nothing more; deeper differences than this do not occur in explanations.
    private const int MostRounds = 32;

    public static string Compute(ActionGraph graph)
    {
        var around = Surroundings.From(graph);
        var colours = Refined(graph, around);
        var all = new ArrayBufferWriter<byte>();
        Write(all, graph.Context is { } context ? Colour(SaidWords.In(graph, context)) : default);
        foreach (var colour in colours.Order()) Write(all, colour);
        foreach (var (from, kind, to) in Edges(around, colours).Order())
        {
            Write(all, from);
            Write(all, kind);
            Write(all, to);
        }
        return Convert.ToHexStringLower(SHA256.HashData(all.WrittenSpan));
    }

    private static UInt128[] Refined(ActionGraph graph, Surroundings around)
    {
        var colours = new UInt128[graph.Actions.Length];
        for (var at = 0; at < colours.Length; at++) colours[at] = Colour(SaidWords.In(graph, graph.Actions[at]));
        var classes = Count(colours);
        var buffer = new ArrayBufferWriter<byte>();
        for (var round = 0; round < MostRounds; round++)
        {
            var refined = new UInt128[colours.Length];
            for (var at = 0; at < colours.Length; at++) refined[at] = Refine(colours, at, around[at], buffer);
            colours = refined;
            if (Count(colours) is var separated && separated == classes) break;
            else classes = separated;
        }
        return colours;
    }

    private static UInt128 Refine(UInt128[] colours, int at, ReadOnlySpan<Neighbour> neighbours, ArrayBufferWriter<byte> buffer)
    {
        var ties = new (int Kind, UInt128 Colour)[neighbours.Length];
        for (var i = 0; i < ties.Length; i++) ties[i] = (neighbours[i].Kind, colours[neighbours[i].Action]);
        Array.Sort(ties);
        buffer.ResetWrittenCount();
        Write(buffer, colours[at]);
        foreach (var (kind, colour) in ties)
        {
            Write(buffer, kind);
            Write(buffer, colour);
        }
        return Colour(buffer.WrittenSpan);
    }

    private static IEnumerable<(UInt128 From, int Kind, UInt128 To)> Edges(Surroundings around, UInt128[] colours)
    {
        var edges = new List<(UInt128, int, UInt128)>();
        for (var at = 0; at < colours.Length; at++)
            foreach (var neighbour in around[at])
                if (neighbour.IsLedTo) edges.Add((colours[at], neighbour.Kind, colours[neighbour.Action]));
        return edges;
    }

    private static int Count(UInt128[] colours) => new HashSet<UInt128>(colours).Count;

    private static UInt128 Colour(string words) => Colour(MemoryMarshal.AsBytes(words.AsSpan()));

    private static UInt128 Colour(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static void Write(ArrayBufferWriter<byte> to, UInt128 colour)
    {
        BinaryPrimitives.WriteUInt128BigEndian(to.GetSpan(16), colour);
        to.Advance(16);
    }

    private static void Write(ArrayBufferWriter<byte> to, int kind)
    {
        to.GetSpan(1)[0] = (byte)kind;
        to.Advance(1);
    }
}
