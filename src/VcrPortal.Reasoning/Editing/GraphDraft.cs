using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Editing;

/// <summary>
/// A graph that somebody works on, with the places of its cards. A value: an edit gives another draft and leaves this one as it is. Every
/// claim has an id of its own, and the canonical text of <see cref="Graph"/> reads back as the same graph.
/// </summary>
/// <param name="Graph">May be invalid in between; <see cref="ActionGraph.Problems"/> says how.</param>
/// <param name="Places">One for each claim.</param>
public sealed record GraphDraft(ActionGraph Graph, ImmutableDictionary<NodeId, BoardPlace> Places)
{
    /// <summary>Claims of one draft; the board does not become larger by an edit beyond this.</summary>
    public const int MostClaims = 600;

    /// <summary>A draft that says what the graph says: claims without an id or with one that is taken get fresh ones.</summary>
    public static GraphDraft From(ActionGraph graph)
    {
        var named = DraftIds.MakeUnique(graph);
        return new(named, FreePlaces.Layered(named).ToImmutableDictionary());
    }

    public EditOutcome Apply(DraftEdit edit) => edit switch
    {
        DraftEdit.AddClaim add => Add(add),
        DraftEdit.Remove remove => Remove(remove),
        DraftEdit.Connect connect => Connect(connect.Link),
        DraftEdit.ChangeRelation change => Relate(change),
        DraftEdit.ChangeArgument change => Change(change),
        DraftEdit.ChangeKind change => Change(change),
        DraftEdit.Move move => new EditOutcome.Applied(
            this with { Places = Places.SetItems(move.To.Where(place => Places.ContainsKey(place.Key))) }),
        DraftEdit.Tidy => new EditOutcome.Applied(this with { Places = FreePlaces.Layered(Graph).ToImmutableDictionary() }),
        DraftEdit.Replace replace => Replace(replace.Graph),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private EditOutcome Add(DraftEdit.AddClaim add)
    {
        if (Graph.Vocabulary.Find(add.Primitive) is not { } primitive || add.Primitive == ActionNode.ContextName)
            return Refuse($"There is no kind of claim called {add.Primitive}.");
        if (add.Cause is { } named && !Has(named)) return Missing(named);
        if (Graph.Actions.Length >= MostClaims) return Refuse($"A graph holds at most {MostClaims} claims here.");
        var id = DraftIds.Fresh(Graph);
        var place = add.At ?? FreePlaces.For([.. Places.Values], add.Cause is { } cause ? [Places[cause]] : []);
        return Becomes(
            With(Graph.Actions.Add(new(id, primitive.Name, primitive, [])),
                add.Cause is { } from ? Graph.Edges.Add(new(from, id, DraftLinks.RelationFrom(Graph, from))) : Graph.Edges),
            Places.Add(id, place));
    }

    private EditOutcome.Applied Remove(DraftEdit.Remove remove) => Becomes(
        With([.. Graph.Actions.Where(action => !remove.Claims.Contains(action.Id!.Value))],
            [.. Graph.Edges.Where(edge => !remove.Links.Contains(edge) && !remove.Claims.Contains(edge.Source)
                && !remove.Claims.Contains(edge.Target))]),
        Places.RemoveRange(remove.Claims));

    private EditOutcome Connect(CausalEdge link) =>
        !Has(link.Source) ? Missing(link.Source) : !Has(link.Target) ? Missing(link.Target)
        : DraftLinks.ReasonAgainst(Graph, link) is { } reason ? Refuse(reason)
        : Becomes(With(Graph.Actions, Graph.Edges.Add(link)), Places);

    private EditOutcome Relate(DraftEdit.ChangeRelation change) => Graph.Edges.IndexOf(change.Link) is var at and >= 0
        ? Becomes(With(Graph.Actions, Graph.Edges.SetItem(at, change.Link with { Relation = change.Relation })), Places)
        : Refuse("This link is not in the graph any more.");

    private EditOutcome Change(DraftEdit.ChangeArgument change)
    {
        if (change.Argument == "id") return Refuse("The id of a claim stays as it is: comments and votes hang on it.");
        if (change.Claim is not { } id)
            return Becomes(
                new(Graph.Vocabulary, DraftArguments.Set(Graph.Context ?? DraftArguments.EmptyContext(Graph.Vocabulary), change),
                    Graph.Actions, Graph.Edges), Places);
        return Has(id) ? Changed(id, action => DraftArguments.Set(action, change)) : Missing(id);
    }

    private EditOutcome Change(DraftEdit.ChangeKind change)
    {
        if (Graph.Vocabulary.Find(change.Primitive) is not { } primitive || change.Primitive == ActionNode.ContextName)
            return Refuse($"There is no kind of claim called {change.Primitive}.");
        return Has(change.Claim) ? Changed(change.Claim, action => DraftArguments.Under(primitive, action)) : Missing(change.Claim);
    }

    private EditOutcome.Applied Changed(NodeId id, Func<ActionNode, ActionNode> change) =>
        Becomes(With([.. Graph.Actions.Select(action => action.Id == id ? change(action) : action)], Graph.Edges), Places);

    private EditOutcome Replace(ActionGraph graph)
    {
        if (graph.Actions.Length > MostClaims) return Refuse($"A graph holds at most {MostClaims} claims here.");
        var named = DraftIds.MakeUnique(graph);
        var kept = named.Actions.Select(action => action.Id!.Value).Where(Places.ContainsKey).ToDictionary(id => id, id => Places[id]);
        if (kept.Count == 0) return new EditOutcome.Applied(From(named));
        foreach (var id in named.TopologicalOrder().Select(action => action.Id!.Value).Where(id => !kept.ContainsKey(id)))
            kept[id] = FreePlaces.For(kept.Values, [.. named.Parents(id).Where(kept.ContainsKey).Select(cause => kept[cause])]);
        return Becomes(named, kept.ToImmutableDictionary());
    }

    private bool Has(NodeId id) => Places.ContainsKey(id);

    private ActionGraph With(ImmutableArray<ActionNode> actions, ImmutableArray<CausalEdge> edges) =>
        new(Graph.Vocabulary, Graph.Context, actions, edges);

    private static EditOutcome.Applied Becomes(ActionGraph graph, ImmutableDictionary<NodeId, BoardPlace> places) =>
        new(new(graph, places));
    private static EditOutcome.Refused Refuse(string reason) => new(reason);
    private static EditOutcome.Refused Missing(NodeId id) => new($"{id} is not in the graph any more.");
}
