using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Diff;

/// <summary>Carries hunks out on the graph that they were made from.</summary>
internal sealed class HunkApplication
{
    private readonly ActionGraph _base;
    private readonly PrimitiveVocabulary _vocabulary;
    private readonly ActionNode?[] _kept;
    private readonly List<Hunk.Added> _added = [];
    private readonly HashSet<CausalEdge> _lost = [];
    private readonly List<CausalEdge> _gained = [];
    private ActionNode? _context;

    private HunkApplication(ActionGraph graph, PrimitiveVocabulary vocabulary)
    {
        (_base, _vocabulary, _context) = (graph, vocabulary, graph.Context);
        _kept = [.. graph.Actions];
    }

    public static ActionGraph Apply(ActionGraph graph, PrimitiveVocabulary vocabulary, ImmutableArray<Hunk> hunks)
    {
        var application = new HunkApplication(graph, vocabulary);
        foreach (var hunk in hunks) application.Take(hunk);
        return new(vocabulary, application._context, application.Actions(), application.Edges());
    }

    private void Take(Hunk hunk)
    {
        switch (hunk)
        {
            case Hunk.Added added: _added.Add(added); break;
            case Hunk.Removed removed: _kept[removed.At] = null; break;
            case Hunk.SignFlipped flip:
                Set(flip.At, "direction", new ArgumentValue.Text(flip.After == Direction.Up ? "up" : "down"));
                break;
            case Hunk.PrimitiveChanged change:
                _kept[change.At] =
                _kept[change.At]! with { Name = change.After, Primitive = _vocabulary.Find(change.After) }; break;
            case Hunk.Regrounded change: Set(change.At, change.Argument, change.After); break;
            case Hunk.ArgumentChanged change: Set(change.At, change.Argument, change.After); break;
            case Hunk.Rewired wires:
                _lost.UnionWith(wires.Lost);
                _gained.AddRange(wires.Gained);
                break;
            case Hunk.ContextChanged change: _context = change.After; break;
        }
    }

    private void Set(int at, string name, ArgumentValue? value)
    {
        var action = _kept[at]!;
        var place = action.Arguments.ToList().FindIndex(a => a.Name == name);
        _kept[at] = action with
        {
            Arguments = (IsThere: place >= 0, value) switch
            {
                (false, null) => action.Arguments,
                (false, _) => action.Arguments.Add(new(name, value)),
                (true, null) => action.Arguments.RemoveAt(place),
                (true, _) => action.Arguments.SetItem(place, new(name, value)),
            }
        };
    }

    // Each new action directly after the last one of the id that it follows, in the order of the hunks.
    private ImmutableArray<ActionNode> Actions()
    {
        var actions = new LinkedList<ActionNode>(_kept.OfType<ActionNode>());
        var places = new Dictionary<NodeId, LinkedListNode<ActionNode>>();
        for (var place = actions.First; place is not null; place = place.Next)
            if (place.Value.Id is { } id) places[id] = place;
        foreach (var added in _added)
        {
            var place = added.After is not { } after ? actions.AddFirst(added.Action)
                : places.TryGetValue(after, out var before) ? actions.AddAfter(before, added.Action) : actions.AddLast(added.Action);
            if (added.Action.Id is { } id) places[id] = place;
        }
        return [.. actions];
    }

    private ImmutableArray<CausalEdge> Edges() =>
        [.. _base.Edges.Where(edge => !_lost.Contains(edge) && !IsGone(edge.Source) && !IsGone(edge.Target)), .. _gained];

    private bool IsGone(NodeId id) => _base.Index.Position(id) is var at and >= 0 && _kept[at] is null;
}
