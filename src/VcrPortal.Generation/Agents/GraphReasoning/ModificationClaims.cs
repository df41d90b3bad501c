using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// Says what a bench assay would see of a step: where a kinase falls and its substrate follows, the phosphorylation that is drawn between
/// them falls (pERK after MEK, pRB after CDK4). Only where the residue's effect explains the step that is told.
/// </summary>
internal sealed class ModificationClaims(
    SignedGraph graph, ActionText actions, Dictionary<Effect, ClaimDraft> byEffect, List<ClaimDraft> drafts)
{
    /// <summary>More would bury the route.</summary>
    private const int MaxClaims = 4;

    public void Add()
    {
        var added = 0;
        foreach (var site in graph.Sites)
            foreach (var sign in (ReadOnlySpan<int>)[-1, 1])
            {
                if (added == MaxClaims) return;
                if (byEffect.GetValueOrDefault(new(EffectKind.Activity, site.Protein, sign * site.Effect)) is not { } protein) continue;
                var enzymes = site.Enzymes.Select(e => byEffect.GetValueOrDefault(new Effect(EffectKind.Activity, e, sign)))
                    .OfType<ClaimDraft>().Where(e => protein.Parents.Any(p => p.Parent == e)).ToList();
                if (enzymes.Count == 0) continue;
                var action = actions.Node(
                    "post_translational_modification", ("protein", site.Protein), ("mod_type", "phosphorylation"), ("site", site.Site),
                    ("direction", ActionText.Direction(sign)), ("via", $"{Names(enzymes)} phosphorylates it ({site.PathwayId})"));
                var draft = new ClaimDraft(
                    ClaimRole.Modification, protein.Order + 0.005, action, [FactEvidence.From(site, graph.NameOf), .. protein.Facts]);
                foreach (var enzyme in enzymes) draft.Follows(enzyme);
                drafts.Add(draft);
                added++;
            }
    }

    private static string Names(List<ClaimDraft> enzymes) => string.Join(" or ", enzymes.Select(e => e.Action.Text("target")));
}
