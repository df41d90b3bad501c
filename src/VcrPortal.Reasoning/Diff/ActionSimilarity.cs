using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Diff;

/// <summary>What an action is about: its verb and the normalised texts of its required arguments, without id and direction.</summary>
internal sealed record SaidOf(string Verb, HashSet<string> Texts);

/// <summary>How much two actions are about the same thing, whichever way it goes.</summary>
internal static class ActionSimilarity
{
    private const double VerbWeight = 0.4;

    public static SaidOf Said(ActionNode action) =>
        new(action.Name,
            [.. action.Arguments.Where(a => IsSubject(action, a)).SelectMany(a => a.Value.Texts).Select(SaidWords.Normalised)]);

    /// <summary>Between 0 and 1: two parts for the same verb, three for the share of texts in common (Jaccard).</summary>
    public static double Between(SaidOf one, SaidOf other)
    {
        var shared = one.Texts.Count(other.Texts.Contains);
        var all = one.Texts.Count + other.Texts.Count - shared;
        return (one.Verb == other.Verb ? VerbWeight : 0) + (all == 0 ? 0 : (1 - VerbWeight) * shared / all);
    }

    /// <summary>The same verb with the same required arguments, the direction too: the same claim, however it is argued.</summary>
    public static bool IsSameClaim(ActionNode one, ActionNode other) =>
        (one.Name == other.Name && one.Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan()))
            || Claim(one).SequenceEqual(Claim(other));

    private static IEnumerable<string> Claim(ActionNode action) =>
        action.Arguments.Where(a => a.Name == "direction" || IsSubject(action, a)).OrderBy(a => a.Name, StringComparer.Ordinal)
            .SelectMany(a => a.Value.Texts.Select(SaidWords.Normalised).Order(StringComparer.Ordinal).Prepend(a.Name)).Prepend(action.Name);

    private static bool IsSubject(ActionNode action, Argument argument) =>
        action.Primitive is null
            || action.Primitive.Argument(argument.Name) is { Required: true, Kind: not (ArgumentKind.ActionId or ArgumentKind.Direction) };
}
