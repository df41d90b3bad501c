using VcrPortal.Generation.Knowledge;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>A claim before it has a number.</summary>
/// <param name="order">Claims are numbered in this order: bindings, then drivers, then by the cost of the way to them.</param>
internal sealed class ClaimDraft(ClaimRole role, double order, ActionNode action, IEnumerable<EvidenceItem> facts)
{
    public ClaimRole Role { get; } = role;
    public double Order { get; } = order;
    public ActionNode Action { get; } = action;
    public List<EvidenceItem> Facts { get; } = [.. facts];
    public List<(ClaimDraft Parent, CausalRelation Relation)> Parents { get; } = [];

    public void Follows(ClaimDraft parent, CausalRelation relation = CausalRelation.Causal)
    {
        if (parent != this && !Parents.Any(p => p.Parent == parent)) Parents.Add((parent, relation));
    }
}
