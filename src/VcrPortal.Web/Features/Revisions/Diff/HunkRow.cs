using System.Collections.Immutable;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Revisions.Diff;

/// <summary>One hunk as a reader sees it.</summary>
/// <param name="Word">What happened: "sign flipped".</param>
/// <param name="Claim">The claim whose page holds it, in the graph after for what is new, else in the graph before; null for the context
/// and claims without an id.</param>
/// <param name="IsNew">The claim is in the graph after only.</param>
/// <param name="About">The claim in a reader's words.</param>
internal sealed record HunkRow(
    string Word, NodeId? Claim, bool IsNew, string About, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    public static HunkRow From(Hunk hunk, ActionGraph before, ActionGraph after) => hunk switch
    {
        Hunk.Added added => new("Added", added.Action.Id, true, Words(added.Action), [], [ExplanationWriter.Write(added.Action)]),
        Hunk.Removed removed =>
            new("Removed", removed.Action.Id, false, Words(removed.Action), [ExplanationWriter.Write(removed.Action)], []),
        Hunk.SignFlipped flip =>
            Changed("Sign flipped", flip.At, before, flip.Before.ToString().ToLowerInvariant(), flip.After.ToString().ToLowerInvariant()),
        Hunk.PrimitiveChanged change => Changed("Primitive changed", change.At, before, change.Before, change.After),
        Hunk.Regrounded change =>
            Changed($"Other {change.Argument.Replace('_', ' ')}", change.At, before, change.Before?.ToString(), change.After?.ToString()),
        Hunk.ArgumentChanged change =>
            Changed($"{char.ToUpperInvariant(change.Argument[0])}{change.Argument[1..].Replace('_', ' ')} changed", change.At, before,
                change.Before?.ToString(), change.After?.ToString()),
        Hunk.Rewired rewired =>
            new("Rewired", rewired.Target, before.Find(rewired.Target) is null,
                (before.Find(rewired.Target) ?? after.Find(rewired.Target)) is { } action ? Words(action) : "",
                [.. rewired.Lost.Select(Edge)], [.. rewired.Gained.Select(Edge)]),
        Hunk.ContextChanged change => new("Context changed", null, false, "", Written(change.Before), Written(change.After)),
        _ => throw new ArgumentOutOfRangeException(nameof(hunk)),
    };

    private static HunkRow Changed(string word, int at, ActionGraph before, string? was, string? becomes) =>
        new(word, before.Actions[at].Id, false, Words(before.Actions[at]), was is null ? [] : [was], becomes is null ? [] : [becomes]);

    private static string Words(ActionNode action) => ClaimWording.For(action).Sentence;

    private static string Edge(CausalEdge edge) =>
        $"{edge.Source} → {edge.Target}{(edge.Relation == CausalRelation.Correlative ? " (correlative)" : "")}";

    private static ImmutableArray<string> Written(ActionNode? context) => context is null ? [] : [ExplanationWriter.Write(context)];
}
