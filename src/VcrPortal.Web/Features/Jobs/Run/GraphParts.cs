using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Web.Features.Jobs.Run;

/// <summary>A graph as it grows: lines of canonical text become its nodes and edges.</summary>
internal sealed class GraphParts(ActionGraph? graph)
{
    private readonly PrimitiveVocabulary _vocabulary = graph?.Vocabulary ?? PrimitiveVocabulary.Vcr20;
    private ActionNode? _context = graph?.Context;
    private readonly List<ActionNode> _actions = [.. graph?.Actions ?? []];
    private readonly List<CausalEdge> _edges = [.. graph?.Edges ?? []];

    /// <returns>The id of the action that the line held; <see cref="Claim.ContextId"/> for a context without one.</returns>
    public NodeId? Read(string line)
    {
        NodeId? id = null;
        foreach (var item in new ExplanationReader(_vocabulary).Feed(line + "\n"))
        {
            if (item is ReadItem.Action { Node: var node })
            {
                id = node.Id ?? Claim.ContextId;
                if (node.IsContext) _context = node;
                else _actions.Add(node);
            }
            else if (item is ReadItem.Edge edge) _edges.Add(edge.Value);
        }
        return id;
    }

    public ActionGraph ToGraph() => new(_vocabulary, _context, [.. _actions], [.. _edges]);
}
