using VcrPortal.Generation.Sources;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Joins the drafts of a route: every edge follows a binding, a membership or a signed relation.</summary>
internal sealed class ClaimConnections(
    SignedGraph graph, PropagationResult reached, Dictionary<Effect, ClaimDraft> byEffect, Dictionary<string, List<ClaimDraft>> bindings)
{
    /// <summary>More parents make a claim unreadable, and add nothing to its support.</summary>
    private const int MaxParents = 4;

    public void Connect()
    {
        foreach (var (effect, draft) in byEffect.ToList())
        {
            FollowTheWay(effect, draft, reached.Reached[effect]);
            if (effect.Kind != EffectKind.Expression) FollowWhatAgrees(effect, draft);
        }
    }

    /// <summary>The bindings of a direct effect, the members of a lifted group, or the best way that was found.</summary>
    private void FollowTheWay(Effect effect, ClaimDraft draft, Reached here)
    {
        switch (here.Via)
        {
            case null:
                foreach (var binding in BindingsOf(effect.Entity)) draft.Follows(binding);
                break;
            case { Edge: null, Group: { } group }:
                foreach (var member in group.Members)
                    if (byEffect.TryGetValue(effect with { Entity = member }, out var told)) draft.Follows(told);
                    else foreach (var binding in BindingsOf(member)) draft.Follows(binding);
                break;
            case var via when byEffect.TryGetValue(via.From, out var best):
                draft.Follows(best);
                break;
        }
    }

    /// <summary>Every told effect nearer to the perturbation from which a relation leads here with this sign.</summary>
    private void FollowWhatAgrees(Effect effect, ClaimDraft draft)
    {
        foreach (var (other, otherDraft) in byEffect)
        {
            if (draft.Parents.Count >= MaxParents) return;
            if (reached.Reached[other].Cost >= reached.Reached[effect].Cost) continue;
            var edge = graph.From(other.Entity).FirstOrDefault(e => e.Target == effect.Entity && e.Sign * other.Sign == effect.Sign && e.ChangedKind == effect.Kind);
            if (edge is null) continue;
            draft.Follows(otherDraft);
            draft.Facts.AddRange(edge.Rows.Select(r => FactEvidence.Of(r, graph.NameOf)));
        }
    }

    private IEnumerable<ClaimDraft> BindingsOf(string entity) => bindings.TryGetValue(entity, out var drafts) ? drafts : [];
}
