using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.SignedSteps;

/// <summary>What an action says rises (+1) or falls (-1), as far as it is grounded.</summary>
internal static class SignedOutputs
{
    public static ImmutableArray<(string Entity, int Sign)> From(ActionNode action, EntityRecognizer recognizer)
    {
        var sign = action.OutputSign;
        if (sign == 0 || action.Primitive?.Output is not { } output || action[output.Argument] is not { } named) return [];
        var isList = action.Primitive.Argument(output.Argument)?.Kind == ArgumentKind.EntityList;
        var found = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (var text in isList ? named.Texts : [named.ToString()])
            if (recognizer.Match(text) is { } entity) found.Add((entity.Name, sign));
        return found.ToImmutable();
    }

    /// <summary>
    /// Which way these entities go by the graph's other actions, its own parents before all else; 0 when it says nothing, or both.
    /// </summary>
    /// <returns>The sign, and the first action that says it: what a verdict by this sign rests on.</returns>
    public static (int Sign, NodeId? By) ChangeOf(
        IReadOnlyCollection<string> entities, ActionNode asked, ActionGraph graph, EntityRecognizer recognizer)
    {
        var parents = asked.Id is { } id ? graph.Edges.Where(e => e.Target == id).Select(e => e.Source).ToHashSet() : [];
        foreach (var near in (ReadOnlySpan<bool>)[true, false])
        {
            var (signs, by) = (new HashSet<int>(), (NodeId?)null);
            foreach (var action in graph.Actions)
                if (action.Id is { } other && other != asked.Id && parents.Contains(other) == near)
                    foreach (var (entity, sign) in From(action, recognizer))
                        if (entities.Contains(entity))
                        {
                            signs.Add(sign);
                            by ??= other;
                        }
            if (signs.Count > 0) return signs.Count == 1 ? (signs.Single(), by) : (0, null);
        }
        return (0, null);
    }
}
