using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Features.Traces.Read;

/// <summary>Requires a revision still make a claim that an earlier one made?</summary>
internal static class ClaimsOfRevision
{
    public static bool Makes(this ActionGraph graph, Claim claim)
    {
        if (claim.EdgeTarget is { } target) return graph.Edges.Any(e => e.Source == claim.Action && e.Target == target);
        var isContext = claim.Action == Claim.ContextId || graph.Context?.Id == claim.Action;
        if (isContext) return graph.Context is not null;
        var action = graph.Actions.FirstOrDefault(a => a.Id == claim.Action);
        if (action is null || claim.Member is null) return action is not null;
        return action.Arguments.Any(a => a.Value.Texts.Contains(claim.Member)) || action["gene_list"] is null;
    }
}
