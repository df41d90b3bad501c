using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Diff;

/// <summary>Says the differences between paired graphs: context, removed, changed and added actions in written order, then what leads to
/// each.</summary>
internal sealed class HunkBuilder
{
    private readonly ActionGraph _before;
    private readonly ActionGraph _after;
    private readonly NodePairing _pairing;
    private readonly IdTranslation _ids;

    private HunkBuilder(ActionGraph before, ActionGraph after, NodePairing pairing)
    {
        (_before, _after, _pairing) = (before, after, pairing);
        _ids = new IdTranslation(before, after, pairing);
    }

    public static ImmutableArray<Hunk> Build(ActionGraph before, ActionGraph after, NodePairing pairing)
    {
        var builder = new HunkBuilder(before, after, pairing);
        return [.. builder.Context(), .. builder.RemovedAndChanged(), .. builder.Added(), .. builder.Rewired()];
    }

    private IEnumerable<Hunk> Context()
    {
        if ((_before.Context is { } one ? SaidWords.In(_before, one) : null) != (
            _after.Context is { } other ? SaidWords.In(_after, other) : null))
            yield return new Hunk.ContextChanged(_before.Context, _after.Context);
    }

    private IEnumerable<Hunk> RemovedAndChanged()
    {
        for (var at = 0; at < _before.Actions.Length; at++)
        {
            var action = _before.Actions[at];
            if (_pairing.Partner[at] < 0) yield return new Hunk.Removed(at, action);
            else
                foreach (var hunk in Changes(at, action, _after.Actions[_pairing.Partner[at]])) yield return hunk;
        }
    }

    private IEnumerable<Hunk> Changes(int at, ActionNode before, ActionNode after)
    {
        if (before.Name != after.Name) yield return new Hunk.PrimitiveChanged(at, before.Id, before.Name, after.Name);
        foreach (var name in before.Arguments.Concat(after.Arguments).Select(a => a.Name).Distinct().Where(name => name != "id"))
        {
            var value = after.Arguments.FirstOrDefault(a => a.Name == name) is { } argument ? _ids.Translate(after, argument).Value : null;
            if (!SaysTheSame(before[name], value)) yield return Change(at, before, after, name, value);
        }
    }

    private static Hunk Change(int at, ActionNode before, ActionNode after, string name, ArgumentValue? value)
    {
        if (name == "direction" && before.Direction is { } from && after.Direction is { } to && from != to) return new Hunk.SignFlipped(
            at, before.Id, from, to);
        return (after.Primitive ?? before.Primitive)?.Argument(name)?.Kind is ArgumentKind.Entity or ArgumentKind.EntityList
            or ArgumentKind.OntologyId
            ? new Hunk.Regrounded(at, before.Id, name, before[name], value)
            : new Hunk.ArgumentChanged(at, before.Id, name, before[name], value);
    }

    private static bool SaysTheSame(ArgumentValue? one, ArgumentValue? other) => one is null || other is null
        ? one is null && other is null
        : one.Equals(other)
            || one.Texts.Select(SaidWords.Normalised).Order(StringComparer.Ordinal)
            .SequenceEqual(other.Texts.Select(SaidWords.Normalised).Order(StringComparer.Ordinal));

    private IEnumerable<Hunk> Added()
    {
        NodeId? predecessor = null;
        for (var at = 0; at < _after.Actions.Length; at++)
        {
            if (_pairing.PartnerOfAfter[at] < 0)
            {
                var action = _after.Actions[at];
                yield return new Hunk.Added(
                    action with { Id = _ids[at], Arguments = [.. action.Arguments.Select(a => _ids.Translate(action, a))] }, predecessor);
            }
            predecessor = _ids[at] ?? predecessor;
        }
    }

    private IEnumerable<Hunk> Rewired()
    {
        var was = Live(_before).Where(edge => _pairing.Partner[_before.Index.Position(edge.Target)] >= 0).ToList();
        var becomes = Live(_after).Select(edge => edge with { Source = _ids.Translate(edge.Source), Target = _ids.Translate(edge.Target) })
            .Distinct()
            .ToList();
        var (lost, gained) = (was.Except(becomes).ToLookup(e => e.Target), becomes.Except(was).ToLookup(e => e.Target));
        foreach (var target in lost.Select(g => g.Key).Union(gained.Select(g => g.Key)))
            yield return new Hunk.Rewired(target, [.. lost[target]], [.. gained[target]]);
    }

    private static IEnumerable<CausalEdge> Live(ActionGraph graph) =>
        graph.Edges.Distinct().Where(edge => graph.Index.Position(edge.Source) >= 0 && graph.Index.Position(edge.Target) >= 0);
}
