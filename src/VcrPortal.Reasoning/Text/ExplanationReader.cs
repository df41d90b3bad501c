using System.Collections.Immutable;
using System.Text;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text.Calls;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Text;

/// <summary>What a completed call gave.</summary>
public abstract record ReadItem
{
    private ReadItem() { }

    /// <summary>An action (or the context); <paramref name="Line"/> is where its call began, from 1.</summary>
    public sealed record Action(ActionNode Node, int Line) : ReadItem;
    public sealed record Edge(CausalEdge Value, int Line) : ReadItem;
    public sealed record Problem(Diagnostic Value) : ReadItem;
}

/// <summary>Everything that a text held. <see cref="Diagnostics"/> are the reader's own and the graph's problems together, in place order;
/// those without a place come last.</summary>
/// <param name="Think">The text of the think block, or empty.</param>
/// <param name="Answer">The text of the answer block, or empty.</param>
/// <param name="IsTruncated">The text ends in the middle of a call, a line or a block.</param>
public sealed record ReadResult(ActionGraph Graph, ImmutableArray<Diagnostic> Diagnostics, string Think, string Answer, bool IsTruncated)
{
    public bool IsValid => !Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>
/// Reads the text form as it arrives: feed chunks of any size (in the middle of a UTF-8 character too), get actions, edges
/// and diagnostics as each call completes. Never throws on bad text; memory and time are linear in the text, and one call is held up to
/// <see cref="LongestCall"/>. A line that no line break ends, such as a last <c>n1 -> n2</c>, is read by <see cref="Complete"/>.
/// </summary>
public sealed class ExplanationReader(PrimitiveVocabulary vocabulary)
{
    /// <summary>The longest call that is read, in UTF-16 characters; a longer one is diagnosed and skipped to the end of its
    /// line.</summary>
    public const int LongestCall = CallScanner.LongestCall;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly ExplanationText _text = Begin(vocabulary, isWatched: true);
    private ReadResult? _result;

    public PrimitiveVocabulary Vocabulary { get; } = vocabulary;

    /// <exception cref="InvalidOperationException">The reader is complete.</exception>
    public ImmutableArray<ReadItem> Feed(ReadOnlySpan<char> text)
    {
        ThrowIfComplete();
        _text.Accept(text);
        return _text.Log.TakeFresh();
    }

    /// <exception cref="InvalidOperationException">The reader is complete.</exception>
    public ImmutableArray<ReadItem> Feed(ReadOnlySpan<byte> utf8)
    {
        ThrowIfComplete();
        Span<char> characters = stackalloc char[512];
        while (!utf8.IsEmpty)
        {
            _decoder.Convert(utf8, characters, flush: false, out var read, out var written, out _);
            utf8 = utf8[read..];
            _text.Accept(characters[..written]);
        }
        return _text.Log.TakeFresh();
    }

    /// <summary>The text has ended: what was left open is diagnosed as truncation. Asked again, it gives the same result.</summary>
    public ReadResult Complete()
    {
        if (_result is not null) return _result;
        Span<char> rest = stackalloc char[4];
        _decoder.Convert([], rest, flush: true, out _, out var written, out _);
        return _result = _text.Complete(isCutInCharacter: written > 0);
    }

    /// <summary>Reads a whole text at once (explain and dag lines together, with or without tags).</summary>
    public static ReadResult Read(string text, PrimitiveVocabulary? vocabulary = null)
    {
        var whole = Begin(vocabulary ?? PrimitiveVocabulary.Vcr20, isWatched: false);
        whole.Accept(text);
        return whole.Complete(isCutInCharacter: false);
    }

    private static ExplanationText Begin(PrimitiveVocabulary vocabulary, bool isWatched)
    {
        ReadingMeter.Count();
        return new(vocabulary, isWatched);
    }

    private void ThrowIfComplete()
    {
        if (_result is not null) throw new InvalidOperationException("The text is complete; read another one with a new reader.");
    }
}
