using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>
/// A graph as it grows. Events of a running pipeline bring their nodes and edges with them; the lines of stored events are read, all by one
/// reader.
/// </summary>
internal sealed class GraphParts(ActionGraph? graph)
{
    private readonly PrimitiveVocabulary _vocabulary = graph?.Vocabulary ?? PrimitiveVocabulary.Vcr20;
    private readonly List<ActionNode> _actions = [.. graph?.Actions ?? []];
    private readonly List<CausalEdge> _edges = [.. graph?.Edges ?? []];
    private ActionNode? _context = graph?.Context;
    private ExplanationReader? _reader;

    /// <returns>The id of the action; <see cref="Claim.ContextId"/> for a context without one, null where the line holds none.</returns>
    public NodeId? Add(GenerationEvent.ActionAdded added) => added.Node is { } node ? Add(node) : Read(added.Line);

    public void Add(GenerationEvent.EdgeAdded added)
    {
        if (added.Edge is { } edge) _edges.Add(edge);
        else Read(added.Line);
    }

    public ActionGraph ToGraph() => new(_vocabulary, _context, [.. _actions], [.. _edges]);

    private NodeId? Read(string line)
    {
        NodeId? id = null;
        foreach (var item in (_reader ??= new(_vocabulary)).Feed(line + "\n"))
        {
            if (item is ReadItem.Action { Node: var node }) id = Add(node);
            else if (item is ReadItem.Edge edge) _edges.Add(edge.Value);
        }
        return id;
    }

    private NodeId Add(ActionNode node)
    {
        if (node.IsContext) _context = node;
        else _actions.Add(node);
        return node.Id ?? Claim.ContextId;
    }
}
