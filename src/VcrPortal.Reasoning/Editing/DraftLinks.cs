using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Editing;

/// <summary>Which links may be drawn.</summary>
internal static class DraftLinks
{
    /// <summary>A sentence, or null where the link may be drawn.</summary>
    public static string? ReasonAgainst(ActionGraph graph, CausalEdge link)
    {
        if (link.Source == link.Target) return $"{link.Source} can not lead to itself.";
        if (graph.Edges.Any(edge => edge.Source == link.Source && edge.Target == link.Target))
            return $"{link.Source} leads to {link.Target} already.";
        return graph.Descendants(link.Target).Contains(link.Source)
            ? $"{link.Target} leads to {link.Source} already, so this link would close a circle." : null;
    }

    /// <summary>A claim that claims no cause can only go with another.</summary>
    public static CausalRelation RelationFrom(ActionGraph graph, NodeId source) =>
        graph.Find(source)?.Primitive is { IsCausal: false } ? CausalRelation.Correlative : CausalRelation.Causal;
}
