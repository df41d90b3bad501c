using System.Collections.Immutable;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Graph;

/// <summary>
/// A mechanistic explanation: context, actions in written order, edges. Immutable; every question is answered in O(V+E).
/// A graph may be invalid (text from a model often is): <see cref="Problems"/> says how.
/// </summary>
public sealed class ActionGraph
{
    public ActionGraph(PrimitiveVocabulary vocabulary, ActionNode? context, ImmutableArray<ActionNode> actions, ImmutableArray<CausalEdge> edges)
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

    /// <summary>The first action of this id (the context too, where it has one), or null.</summary>
    public ActionNode? Find(NodeId id) => throw new NotImplementedException();
    public ImmutableArray<NodeId> Parents(NodeId id) => throw new NotImplementedException();
    public ImmutableArray<NodeId> Children(NodeId id) => throw new NotImplementedException();
    /// <summary>Actions in topological order, ties by written order; on a cycle its members follow in written order.</summary>
    public ImmutableArray<ActionNode> TopologicalOrder() => throw new NotImplementedException();
    /// <summary>Longest path from a root, in edges.</summary>
    public int Depth(NodeId id) => throw new NotImplementedException();
    public ImmutableArray<ActionNode> Roots => throw new NotImplementedException();
    public ImmutableArray<ActionNode> Leaves => throw new NotImplementedException();
    public IReadOnlySet<NodeId> Ancestors(NodeId id) => throw new NotImplementedException();
    public IReadOnlySet<NodeId> Descendants(NodeId id) => throw new NotImplementedException();
    /// <summary>Weakly connected components, each in written order.</summary>
    public ImmutableArray<ImmutableArray<NodeId>> Components() => throw new NotImplementedException();
    /// <summary>The ids of one cycle in order, or empty.</summary>
    public ImmutableArray<NodeId> FindCycle() => throw new NotImplementedException();
    /// <summary>A shortest path by edges from any root to this action, both included.</summary>
    public ImmutableArray<NodeId> PathFromRoot(NodeId id) => throw new NotImplementedException();
    /// <summary>Every rule of the validity table that this graph breaks.</summary>
    public ImmutableArray<Diagnostic> Problems() => throw new NotImplementedException();
    /// <summary>No error fires. An empty graph is not valid.</summary>
    public bool IsValid => throw new NotImplementedException();
    /// <summary>SHA-256 of the canonical text, lower-case hexadecimal: the identity of a stored revision.</summary>
    public string RevisionHash => throw new NotImplementedException();
    /// <summary>Ignores ids, line order and layout: equal for graphs that say the same. For search and duplicates, never for storage.</summary>
    public string SemanticHash => throw new NotImplementedException();
}
