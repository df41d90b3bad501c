using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>
/// What becomes of a conclusion. Untouched: nothing assumed false is among its reasons, near or far. KeepsAnotherPath: something is, and it
/// stands nevertheless. LosesSupport: it stood before. NeverSupported: it did not stand before either (only correlation leads to it).
/// </summary>
public enum ConclusionFate { Untouched, KeepsAnotherPath, LosesSupport, NeverSupported }

/// <summary>A terminal action and its fate.</summary>
/// <param name="Path">A short causal path that still supports it, from a root to the conclusion; empty where it has no support.</param>
public sealed record ConclusionSupport(ActionNode Conclusion, ConclusionFate Fate, ImmutableArray<NodeId> Path);

/// <summary>What follows when parts of an explanation are assumed false: the knock-out of design page 10, section 7.</summary>
/// <param name="Conclusions">The terminal actions in written order.</param>
/// <param name="Fallen">The actions that stood before and stand no more, those assumed false included, in written order.</param>
public sealed record Consequences(ImmutableArray<ConclusionSupport> Conclusions, ImmutableArray<NodeId> Fallen)
{
    /// <summary>In O(V+E). Nothing assumed false leaves every conclusion as it was; a larger set never restores one.</summary>
    public static Consequences From(ActionGraph graph, AssumedFalse assumed)
    {
        var rule = new SupportRule(graph);
        bool[] falseActions = [.. graph.Actions.Select(a => a.Id is { } id && assumed.Actions.Contains(id))];
        bool[] falseEdges = [.. rule.Edges.Select(assumed.Edges.Contains)];
        var before = rule.Evaluate(new bool[rule.Actions], new bool[rule.Edges.Count]);
        var after = rule.Evaluate(falseActions, falseEdges);
        var touched = Touched(rule, falseActions, falseEdges);
        return new(
            [.. Enumerable.Range(0, rule.Actions).Where(at => graph.Actions[at].Primitive is { IsTerminal: true }).Select(SupportOf)],
            [.. Enumerable.Range(0, rule.Actions).Where(at => before.Has(at) && !after.Has(at)).Select(at => graph.Actions[at].Id)
                .OfType<NodeId>()]);

        ConclusionSupport SupportOf(int at) => new(graph.Actions[at], Fate(before.Has(at), after.Has(at), touched[at]),
            [.. after.PathTo(at).Select(step => graph.Actions[step].Id).OfType<NodeId>()]);
    }

    private static ConclusionFate Fate(bool stood, bool stands, bool touched) => (stood, stands, touched) switch
    {
        (false, _, _) => ConclusionFate.NeverSupported,
        (true, false, _) => ConclusionFate.LosesSupport,
        (true, true, true) => ConclusionFate.KeepsAnotherPath,
        (true, true, false) => ConclusionFate.Untouched,
    };

    private static bool[] Touched(SupportRule rule, bool[] falseActions, bool[] falseEdges)
    {
        var touched = falseActions.AsSpan().ToArray();
        for (var at = 0; at < rule.Actions; at++)
            foreach (var reason in rule.Reasons(at)) touched[at] |= falseEdges[reason.Edge];
        var open = new Stack<int>(Enumerable.Range(0, rule.Actions).Where(at => touched[at]));
        while (open.TryPop(out var at))
            foreach (var effect in rule.Effects(at))
            {
                if (touched[effect.Target]) continue;
                touched[effect.Target] = true;
                open.Push(effect.Target);
            }
        return touched;
    }
}
