using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>What a completed line gave.</summary>
public abstract record ReadItem
{
    private ReadItem() { }

    /// <summary>An action (or the context); <paramref name="Line"/> is where its call began, from 1.</summary>
    public sealed record Action(ActionNode Node, int Line) : ReadItem;
    public sealed record Edge(CausalEdge Value, int Line) : ReadItem;
    public sealed record Problem(Diagnostic Value) : ReadItem;
}

/// <summary>Everything that a text held. <see cref="Diagnostics"/> are the reader's own and the graph's problems together, in place order.</summary>
/// <param name="Think">The text of the think block, or empty.</param>
/// <param name="Answer">The text of the answer block, or empty.</param>
public sealed record ReadResult(ActionGraph Graph, ImmutableArray<Diagnostic> Diagnostics, string Think, string Answer, bool IsTruncated)
{
    public bool IsValid => !Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>
/// Reads the text form as it arrives: feed chunks of any size (in the middle of a UTF-8 character too), get actions, edges
/// and diagnostics as each call completes. Never throws on bad text; memory and time are linear in the text.
/// </summary>
public sealed class ExplanationReader(PrimitiveVocabulary vocabulary)
{
    public PrimitiveVocabulary Vocabulary { get; } = vocabulary;

    public ImmutableArray<ReadItem> Feed(ReadOnlySpan<char> text) => throw new NotImplementedException();
    public ImmutableArray<ReadItem> Feed(ReadOnlySpan<byte> utf8) => throw new NotImplementedException();
    /// <summary>The text has ended: what was left open is diagnosed as truncation.</summary>
    public ReadResult Complete() => throw new NotImplementedException();
    /// <summary>Reads a whole text at once (explain and dag lines together, with or without tags).</summary>
    public static ReadResult Read(string text, PrimitiveVocabulary? vocabulary = null) => throw new NotImplementedException();
}
