using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources.Local;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Joins the drafts of a route: every edge follows a binding, a membership or a signed relation.</summary>
internal sealed class ClaimConnections(
    SignedGraph graph, PropagationResult reached, Dictionary<Effect, ClaimDraft> byEffect, Dictionary<string, List<ClaimDraft>> bindings,
        List<(ExpressionGroup Group, ClaimDraft Draft)> expressions)
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
        foreach (var (group, draft) in expressions)
        {
            var regulator = byEffect.GetValueOrDefault(group.Regulator);
            if (regulator is not null) draft.Follows(regulator);
            foreach (var direct in reached.Direct)
                if (draft.Parents.Count < MaxParents && byEffect.TryGetValue(direct, out var told) && told != regulator)
                    FollowDirect(draft, told, graph.From(direct.Entity).Where(e => Agrees(e, direct, group)));
        }
    }

    private void FollowDirect(ClaimDraft draft, ClaimDraft told, IEnumerable<SignedEdge> agreeing)
    {
        foreach (var edge in agreeing)
        {
            draft.Follows(told);
            draft.Facts.AddRange(edge.Rows.Select(r => FactEvidence.From(r, graph.NameOf)));
        }
    }

    /// <summary>A direct effect that moves a gene of the list the same way: HDAC2 beside HDAC1.</summary>
    private static bool Agrees(SignedEdge edge, Effect direct, ExpressionGroup group) =>
        edge.Kind == RelationKind.Expression && edge.Sign * direct.Sign == group.Sign
            && group.Genes.Any(g => g.Effect.Entity == edge.Target);

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
            if (!IsNearer(other, effect)) continue;
            var edge = graph.From(reached.Reached[other])
                .FirstOrDefault(e => e.Target == effect.Entity && e.Sign * other.Sign == effect.Sign && e.ChangedKind == effect.Kind);
            if (edge is null) continue;
            draft.Follows(otherDraft);
            draft.Facts.AddRange(edge.Rows.Select(r => FactEvidence.From(r, graph.NameOf)));
        }
    }

    /// <summary>Nothing follows from a phenotype, so what lies as far as it does can lead to it.</summary>
    private bool IsNearer(Effect other, Effect effect) => other.Kind != EffectKind.Phenotype
        && (reached.Reached[other].Cost < reached.Reached[effect].Cost
            || (effect.Kind == EffectKind.Phenotype && reached.Reached[other].Cost == reached.Reached[effect].Cost));

    private IEnumerable<ClaimDraft> BindingsOf(string entity) => bindings.TryGetValue(entity, out var drafts) ? drafts : [];
}
