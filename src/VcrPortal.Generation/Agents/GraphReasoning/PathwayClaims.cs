using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Names the signalling route where its outputs have changed: MAPK1 and MAPK3 down is MAPK signalling down.</summary>
internal sealed class PathwayClaims(
    SignedGraph graph, ActionText actions, PropagationResult reached, Dictionary<Effect, ClaimDraft> byEffect, List<ClaimDraft> drafts)
{
    /// <summary>More would say the same thing twice.</summary>
    private const int MaxPathways = 3;

    public void Add()
    {
        var added = 0;
        var taken = new HashSet<ClaimDraft>();
        foreach (var pathway in graph.Pathways)
            foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
            {
                if (added == MaxPathways) return;
                // A route of which nothing is called up has nothing to lose.
                var outputs = pathway.Outputs.Where(o => !reached.Idle.Any(i => i.Protein == o))
                    .Select(o => byEffect.GetValueOrDefault(new Effect(EffectKind.Activity, o, sign)))
                    .OfType<ClaimDraft>().Distinct().ToList();
                if (outputs.Count == 0 || outputs.Any(taken.Contains)) continue;
                taken.UnionWith(outputs);
                Insert(pathway, sign, outputs);
                added++;
            }
    }

    /// <summary>The pathway takes its place between its outputs and what follows from nothing but them.</summary>
    private void Insert(Pathway pathway, int sign, List<ClaimDraft> outputs)
    {
        var action = actions.Node(
            "modulates_pathway_activity", ("pathway", pathway.Name), ("direction", ActionText.Direction(sign)),
            ("via", $"its outputs {string.Join(", ", pathway.Outputs.Select(graph.NameOf))}"));
        var draft = new ClaimDraft(ClaimRole.Pathway, outputs.Max(o => o.Order) + 0.01, action, [FactEvidence.From(pathway, graph.NameOf)]);
        foreach (var child in drafts)
            if (child.Parents.Count > 0 && child.Parents.All(p => outputs.Contains(p.Parent) && p.Relation == CausalRelation.Causal)
                && !outputs.Contains(child) && child.Role != ClaimRole.Expression)
            {
                child.Parents.Clear();
                child.Follows(draft);
            }
        foreach (var output in outputs) draft.Follows(output);
        drafts.Add(draft);
    }
}
