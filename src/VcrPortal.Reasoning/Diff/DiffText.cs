using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Diff;

/// <summary>A diff as lines for people: <c>+</c> is only in the graph after, <c>-</c> only in the graph before, <c>~</c> is in both and
/// differs.</summary>
public static class DiffText
{
    /// <summary>The hunks, and under a heading what follows from them; empty for an empty diff.</summary>
    public static ImmutableArray<string> Lines(GraphDiff diff) =>
        diff.IsEmpty ? [] : [.. diff.Hunks.SelectMany(hunk => Lines(hunk)), .. Lines(diff.Entailment)];

    /// <summary>One line, and one more for each edge of a rewired action.</summary>
    public static ImmutableArray<string> Lines(Hunk hunk) => hunk switch
    {
        Hunk.Added added => [$"+ {ExplanationWriter.Write(added.Action)}"],
        Hunk.Removed removed => [$"- {ExplanationWriter.Write(removed.Action)}"],
        Hunk.SignFlipped flip => [$"~ {Name(flip.At, flip.Action)} sign flipped: {Word(flip.Before)} to {Word(flip.After)}"],
        Hunk.PrimitiveChanged change => [$"~ {Name(change.At, change.Action)} primitive changed: {change.Before} to {change.After}"],
        Hunk.Regrounded change =>
            [$"~ {Name(change.At, change.Action)} {change.Argument} names something else: {Quoted(change.Before)} to "
                + $"{Quoted(change.After)}"],
        Hunk.ArgumentChanged change =>
            [$"~ {Name(change.At, change.Action)} {change.Argument} changed: {Quoted(change.Before)} to {Quoted(change.After)}"],
        Hunk.Rewired rewired =>
            [$"~ {rewired.Target} rewired", .. rewired.Lost.Select(e => $"  - {ExplanationWriter.Write(e)}"),
                .. rewired.Gained.Select(e => $"  + {ExplanationWriter.Write(e)}")],
        Hunk.ContextChanged change => [.. Context('-', change.Before), .. Context('+', change.After)],
        _ => throw new ArgumentOutOfRangeException(nameof(hunk)),
    };

    /// <summary>Conclusions gained, lost, or standing on other grounds.</summary>
    public static ImmutableArray<string> Lines(EntailmentDiff entailment) =>
        entailment.IsEmpty ? ["Conclusions: the same, on the same grounds."] :
    [
        "Conclusions:",
        .. entailment.Lost.Select(a => $"- {ExplanationWriter.Write(a)}"),
        .. entailment.Gained.Select(a => $"+ {ExplanationWriter.Write(a)}"),
        .. entailment.Changed.SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(SupportChange change) =>
    [
        $"~ {ExplanationWriter.Write(change.Conclusion)} stands on other grounds",
        .. change.GroundsLost.Select(a => $"  - {ExplanationWriter.Write(a)}"),
        .. change.GroundsGained.Select(a => $"  + {ExplanationWriter.Write(a)}"),
    ];

    private static IEnumerable<string> Context(char sign, ActionNode? context) =>
        context is null ? [] : [$"{sign} {ExplanationWriter.Write(context)}"];

    private static string Name(int at, NodeId? id) =>
        id?.Value is { Length: > 0 } name ? name : FormattableString.Invariant($"action {at + 1}");

    private static string Word(Direction direction) => direction == Direction.Up ? "up" : "down";

    private static string Quoted(ArgumentValue? value) => value is null ? "nothing" : $"\"{value}\"";
}
