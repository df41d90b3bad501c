using System.Globalization;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Traces;

/// <summary>What a comment or a vote is about: a trace, or a part of one revision of it.</summary>
public abstract record Subject
{
    /// <summary>The most characters of the text form; ids that take more cannot be talked about on their own.</summary>
    public const int MostCharacters = 250;

    private Subject() { }

    public sealed record Whole : Subject;
    public sealed record Node(NodeId Id) : Subject;
    public sealed record Edge(NodeId Source, NodeId Target) : Subject;
    /// <param name="Number">The number by which the report cites it.</param>
    public sealed record Evidence(int Number) : Subject;
    /// <summary>Words of the report that somebody has chosen.</summary>
    public sealed record Passage(int Number) : Subject;

    public static Subject Trace { get; } = new Whole();

    /// <summary>Empty, <c>n:n5</c>, <c>e:n2>n5</c>, <c>ev:3</c> or <c>p:12</c>; ids may hold anything, so they are escaped as in
    /// addresses.</summary>
    public string Text => this switch
    {
        Node n => "n:" + Escape(n.Id),
        Edge e => $"e:{Escape(e.Source)}>{Escape(e.Target)}",
        Evidence ev => "ev:" + ev.Number.ToString(CultureInfo.InvariantCulture),
        Passage p => "p:" + p.Number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <returns>Null for a text that none has.</returns>
    public static Subject? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Trace;
        if (text.Length > MostCharacters) return null;
        if (text.StartsWith("n:", StringComparison.Ordinal) && text.Length > 2) return new Node(Unescape(text[2..]));
        if (text.StartsWith("e:", StringComparison.Ordinal)
            && text[2..].Split('>') is [{ Length: > 0 } source, { Length: > 0 } target]) return new Edge(
            Unescape(source), Unescape(target));
        if (text.StartsWith("ev:", StringComparison.Ordinal)) return NumberIn(text, 3) is { } evidence ? new Evidence(evidence) : null;
        return text.StartsWith("p:", StringComparison.Ordinal) && NumberIn(text, 2) is { } passage ? new Passage(passage) : null;
    }

    private static int? NumberIn(string text, int from) =>
        int.TryParse(text.AsSpan(from), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Escape(NodeId id) => Uri.EscapeDataString(id.Value);

    private static NodeId Unescape(string text) => new(Uri.UnescapeDataString(text));
}
