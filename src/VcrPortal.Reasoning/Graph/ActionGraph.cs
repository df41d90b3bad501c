using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// A mechanistic explanation: context, actions in written order, edges. Immutable; every question is answered in O(V+E).
/// A graph may be invalid (text from a model often is): <see cref="Problems"/> says how. Structure (parents, order, components) is
/// over the actions: edges of the context, self edges and edges to undeclared ids stay in <see cref="Edges"/> and carry none.
/// </summary>
public sealed class ActionGraph
{
    private GraphIndex? _index;
    private ImmutableArray<Finding> _findings;
    private string? _revisionHash;
    private string? _semanticHash;

    public ActionGraph(
        PrimitiveVocabulary vocabulary, ActionNode? context, ImmutableArray<ActionNode> actions, ImmutableArray<CausalEdge> edges)
    {
        Vocabulary = vocabulary;
        Context = context;
        Actions = actions;
        Edges = edges;
    }

    public PrimitiveVocabulary Vocabulary { get; }
    public ActionNode? Context { get; }

    /// <summary>The actions in written order, without the context.</summary>
    public ImmutableArray<ActionNode> Actions { get; }
    public ImmutableArray<CausalEdge> Edges { get; }

    // Computed at the first question. Two threads may both compute it; either result is the same.
    internal GraphIndex Index => _index ??= new GraphIndex(Actions, Edges);

    /// <summary>The first action of this id (the context too, where it has one), or null.</summary>
    public ActionNode? Find(NodeId id) =>
        Index.Position(id) is var at and >= 0 ? Actions[at] : Context?.Id == id ? Context : null;

    /// <summary>Distinct, in written order.</summary>
    public ImmutableArray<NodeId> Parents(NodeId id) => Index.Position(id) is var at and >= 0 ? Ids(Index.Parents[at]) : [];

    /// <summary>Distinct, in written order.</summary>
    public ImmutableArray<NodeId> Children(NodeId id) => Index.Position(id) is var at and >= 0 ? Ids(Index.Children[at]) : [];

    /// <summary>Actions in topological order, ties by written order; on a cycle its members follow in written order.</summary>
    public ImmutableArray<ActionNode> TopologicalOrder() => [.. Index.Order.Select(at => Actions[at])];

    /// <summary>Longest path from a root, in edges; 0 for an id that no action has. The actions of one cycle share one depth.</summary>
    public int Depth(NodeId id) => Index.Position(id) is var at and >= 0 ? Index.Depths[at] : 0;

    /// <summary>Actions that nothing leads to.</summary>
    public ImmutableArray<ActionNode> Roots => Where(at => Index.Parents[at].IsEmpty);

    /// <summary>Actions that lead to nothing.</summary>
    public ImmutableArray<ActionNode> Leaves => Where(at => Index.Children[at].IsEmpty);

    public IReadOnlySet<NodeId> Ancestors(NodeId id) => Reach(Index.Parents, id);
    public IReadOnlySet<NodeId> Descendants(NodeId id) => Reach(Index.Children, id);

    /// <summary>Weakly connected components, each in written order, in the order of their first actions. Actions without an id are left
    /// out.</summary>
    public ImmutableArray<ImmutableArray<NodeId>> Components() =>
        [.. GraphWalks.Components(Index).Select(part => Ids(part.Where(IsNamed).ToArray())).Where(part => part.Length > 0)];

    /// <summary>The ids of one shortest cycle through the first written action that is on any, in order; or empty.</summary>
    public ImmutableArray<NodeId> FindCycle() => GraphWalks.Cycles(Index).Select(cycle => Ids(cycle)).FirstOrDefault([]);

    /// <summary>A shortest path by edges from a root to this action, both included; empty where none leads to it, only a cycle for
    /// example.</summary>
    /// <param name="isStart">Which roots it may begin at; any of them when null.</param>
    public ImmutableArray<NodeId> PathFromRoot(NodeId id, Func<ActionNode, bool>? isStart = null) =>
        Index.Position(id) is var at and >= 0
            ? Ids(GraphWalks.PathFromRoot(Index, at, root => isStart?.Invoke(Actions[root]) ?? true))
            : [];

    /// <summary>Every rule of the validity table that this graph breaks.</summary>
    public ImmutableArray<Diagnostic> Problems() => [.. Findings.Select(f => f.Diagnostic)];

    /// <summary>No error fires. An empty graph is not valid.</summary>
    public bool IsValid => !Findings.Any(f => f.Diagnostic.Severity == Severity.Error);

    internal ImmutableArray<Finding> Findings => _findings.IsDefault ? _findings = GraphRules.Check(this) : _findings;

    /// <summary>What is wrong with the context and the actions by themselves, where whoever made the graph has looked already; else
    /// null.</summary>
    internal IReadOnlyList<Finding>? OfActionsAlone { get; init; }

    /// <summary>SHA-256 of the canonical text, lower-case hexadecimal: the identity of a stored revision.</summary>
    public string RevisionHash =>
        _revisionHash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ExplanationWriter.Write(this))));

    /// <summary>Ignores ids, line order and layout: equal for graphs that say the same. For search and duplicates, never for
    /// storage.</summary>
    public string SemanticHash => _semanticHash ??= GraphFingerprint.Compute(this);

    /// <summary>The same context, the same actions in the same order, and the same edges in any order, under the same vocabulary.</summary>
    public bool IsIdenticalTo(ActionGraph other) =>
        Vocabulary.Id == other.Vocabulary.Id && Vocabulary.Version == other.Vocabulary.Version && Equals(Context, other.Context)
        && Actions.AsSpan().SequenceEqual(other.Actions.AsSpan()) && EdgesInOrder().SequenceEqual(other.EdgesInOrder());

    /// <summary>This graph as its canonical text reads: the same, with the edges in the order in which they are written.</summary>
    public ActionGraph InCanonicalOrder() => new(Vocabulary, Context, Actions, [.. EdgesInOrder()])
    {
        OfActionsAlone = OfActionsAlone,
        _revisionHash = _revisionHash, // of the same text
    };

    /// <summary>The edges by the topological place of source, then target, then relation; those of no action last, by id.</summary>
    internal IEnumerable<CausalEdge> EdgesInOrder()
    {
        var places = new int[Actions.Length];
        for (var i = 0; i < places.Length; i++) places[Index.Order[i]] = i;
        return Edges.OrderBy(e => Place(e.Source)).ThenBy(e => Place(e.Target))
            .ThenBy(e => e.Source.Value, StringComparer.Ordinal).ThenBy(e => e.Target.Value, StringComparer.Ordinal)
                .ThenBy(e => e.Relation);

        int Place(NodeId id) => Index.Position(id) is var at and >= 0 ? places[at] : int.MaxValue;
    }

    private bool IsNamed(int at) => Actions[at].Id is { } id && Index.Position(id) == at;

    private ImmutableArray<NodeId> Ids(ReadOnlySpan<int> positions)
    {
        var ids = ImmutableArray.CreateBuilder<NodeId>(positions.Length);
        foreach (var at in positions) ids.Add(Actions[at].Id!.Value);
        return ids.MoveToImmutable();
    }

    private ImmutableArray<ActionNode> Where(Func<int, bool> holds) =>
        [.. Enumerable.Range(0, Actions.Length).Where(holds).Select(at => Actions[at])];

    private HashSet<NodeId> Reach(Adjacency along, NodeId id) =>
        Index.Position(id) is var at and >= 0 ? [.. GraphIndex.Reach(along, at).Select(to => Actions[to].Id!.Value)] : [];
}
