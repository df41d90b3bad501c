using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;

/// <summary>Gives drafts their ids, <c>n1</c> and so on: by their order, gene lists that lead nowhere after that, phenotypes
/// last.</summary>
internal static class ClaimNumbers
{
    public static (ImmutableArray<MechanismClaim> Claims, ImmutableArray<CausalEdge> Edges) Number(List<ClaimDraft> drafts)
    {
        var used = drafts.SelectMany(d => d.Parents.Select(p => p.Parent)).ToHashSet();
        var ordered = drafts.OrderBy(d => d.Role == ClaimRole.Phenotype ? 2 : d.Role == ClaimRole.Expression && !used.Contains(d) ? 1 : 0)
            .ThenBy(d => d.Order).ToList();
        var ids = ordered.Select((d, i) => (d, new NodeId($"n{i + 1}"))).ToDictionary(p => p.d, p => p.Item2);
        var claims = ordered.Select(d => new MechanismClaim(ids[d], d.Role, ActionText.Numbered(d.Action, ids[d]), [.. d.Facts.Distinct()]))
            .ToImmutableArray();
        var edges = ordered.SelectMany(d => d.Parents.Select(p => new CausalEdge(ids[p.Parent], ids[d], p.Relation))).ToImmutableArray();
        return (claims, edges);
    }
}
