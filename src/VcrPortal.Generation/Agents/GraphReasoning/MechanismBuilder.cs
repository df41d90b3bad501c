using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Sources;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Writes a route as claims and edges. Edges follow signed relations, memberships and bindings, and nothing else.</summary>
internal sealed class MechanismBuilder(SignedGraph graph, Question question, PropagationResult reached, Route route)
{
    /// <summary>Bindings told; compounds with more targets say so in the report.</summary>
    public const int MaxBindings = 6;
    private const int MaxParents = 4;

    private readonly List<Draft> _drafts = [];
    private readonly Dictionary<Effect, Draft> _byEffect = [];
    private readonly Dictionary<string, List<Draft>> _bindings = new(StringComparer.Ordinal);

    /// <summary>A claim before it has a number.</summary>
    internal sealed class Draft(ClaimRole role, double order, ActionNode action, IEnumerable<EvidenceItem> facts)
    {
        public ClaimRole Role { get; } = role;
        public double Order { get; } = order;
        public ActionNode Action { get; } = action;
        public List<EvidenceItem> Facts { get; } = [.. facts];
        public List<(Draft Parent, CausalRelation Relation)> Parents { get; } = [];

        public void Follows(Draft parent, CausalRelation relation = CausalRelation.Causal)
        {
            if (parent != this && !Parents.Any(p => p.Parent == parent)) Parents.Add((parent, relation));
        }
    }

    public (ImmutableArray<MechanismClaim> Claims, ImmutableArray<CausalEdge> Edges) Build()
    {
        foreach (var cause in question.Causes) AddDirect(cause);
        foreach (var activity in route.Activities) AddActivity(activity);
        foreach (var group in route.Expressions) AddExpression(group);
        foreach (var phenotype in route.Phenotypes) AddPhenotype(phenotype);
        foreach (var (effect, draft) in _byEffect.ToList()) Connect(effect, draft);
        new PathwayClaims(graph, _byEffect, _drafts).Add();
        new DriverClaims(graph, question, _byEffect, _drafts).Add();
        return Number();
    }

    private void AddDirect(Cause cause)
    {
        // A binding that leads nowhere would stand alone in the graph; the report lists it. Where none leads anywhere, all are told.
        var leading = cause.Targets.Where(t => IsOnRoute(t.Entity)).ToList();
        foreach (var target in (leading.Count > 0 ? leading : [.. cause.Targets]).Take(MaxBindings))
        {
            var name = graph.NameOf(target.Entity);
            var draft = cause.IsGeneEdit
                ? new Draft(ClaimRole.Edit, -2, ActionText.Node(cause.Polarity == Polarity.Activates ? "gain_of_function" : "loss_of_function",
                    ("variant", $"{name} {cause.Perturbation.GeneEdit ?? "perturbation"}"), ("protein", name)), [target.Fact])
                : new Draft(ClaimRole.Binding, -2, ActionText.Node("binds_to", ("actor", cause.Actor), ("target", name)), [target.Fact]);
            _drafts.Add(draft);
            (_bindings.TryGetValue(target.Entity, out var known) ? known : _bindings[target.Entity] = []).Add(draft);
        }
    }

    private bool IsOnRoute(string entity) => route.Activities.Any(a => a.Effect.Entity == entity);

    private void AddActivity(Reached activity)
    {
        if (IsOnlyLifted(activity)) return;
        var effect = activity.Effect;
        var name = graph.NameOf(effect.Entity);
        var direct = activity.Via is null;
        var degraded = direct && question.Causes.FirstOrDefault(c => c.Polarity == Polarity.Degrades && c.Targets.Any(t => t.Entity == effect.Entity)) is { } cause
            ? ActionText.Node("degrades_or_stabilises", ("regulator", cause.Actor), ("target", name), ("direction", "down")) : null;
        var action = degraded ?? ActionText.Node("modulates_molecule_activity", ("target", name), ("direction", ActionText.Of(effect.Sign)), ("via", Via(activity)));
        Add(effect, new(ClaimRole.Activity, activity.Cost, action, FactsOf(activity)));
    }

    /// <summary>A target that matters only as a member of its group is told as the group: seven HDACs are one claim.</summary>
    private bool IsOnlyLifted(Reached activity)
    {
        if (activity.Via is not null) return false;
        var children = route.Activities.Where(a => a.Via?.From == activity.Effect).ToList();
        var inGroup = route.Activities.Any(a => a.Via is { Edge: null, Group: { } g } && g.Members.Contains(activity.Effect.Entity));
        return inGroup && children.All(c => c.Via!.Edge is null)
            && !route.Expressions.Any(e => e.Regulator == activity.Effect) && !route.Phenotypes.Any(p => p.Via!.From == activity.Effect);
    }

    private void AddExpression(ExpressionGroup group)
    {
        var regulator = graph.NameOf(group.Regulator.Entity);
        var pathways = string.Join(", ", group.Genes.SelectMany(g => g.Via!.Edge!.Rows).Select(r => r.PathwayId).Distinct().Order(StringComparer.Ordinal).Take(3));
        var action = ActionText.Node("regulates_expression", ("regulator", regulator), ("direction", ActionText.Of(group.Sign)), ("mechanism", "transcription"), ("via", $"drawn in {pathways}"))
            .With("gene_list", [.. group.Genes.Select(g => g.Effect.Entity)]);
        var draft = new Draft(ClaimRole.Expression, group.Cost, action, group.Genes.SelectMany(FactsOf));
        _drafts.Add(draft);
        foreach (var gene in group.Genes) _byEffect.TryAdd(gene.Effect, draft);
    }

    private void AddPhenotype(Reached phenotype)
    {
        var actor = question.Causes.Select(c => c.Actor).FirstOrDefault() ?? "the perturbation";
        var name = graph.NameOf(phenotype.Effect.Entity);
        var action = phenotype.Effect.Sign > 0
            ? ActionText.Node("induces_phenotype", ("source", actor), ("phenotype", name), ("via", Via(phenotype)))
            : ActionText.Node("alleviates_phenotype", ("actor", actor), ("phenotype", name), ("via", Via(phenotype)));
        Add(phenotype.Effect, new(ClaimRole.Phenotype, phenotype.Cost, action, FactsOf(phenotype)));
    }

    private void Add(Effect effect, Draft draft)
    {
        _drafts.Add(draft);
        _byEffect[effect] = draft;
    }

    /// <summary>Parents: the bindings of a direct effect; else every told effect from which a relation leads here with this sign, cheaper than this one.</summary>
    private void Connect(Effect effect, Draft draft)
    {
        var here = reached.Reached[effect];
        if (here.Via is null) foreach (var binding in BindingsOf(effect.Entity)) draft.Follows(binding);
        if (here.Via is { Edge: null, Group: { } group })
            foreach (var member in group.Members)
                if (_byEffect.TryGetValue(effect with { Entity = member }, out var memberDraft)) draft.Follows(memberDraft);
                else foreach (var binding in BindingsOf(member)) draft.Follows(binding);
        if (here.Via is { Edge: not null } via && _byEffect.TryGetValue(via.From, out var best)) draft.Follows(best);
        if (effect.Kind == EffectKind.Expression) return;
        foreach (var (other, otherDraft) in _byEffect)
        {
            if (draft.Parents.Count >= MaxParents) break;
            if (reached.Reached[other].Cost >= here.Cost) continue;
            var edge = graph.From(other.Entity).FirstOrDefault(e => e.Target == effect.Entity && e.Sign * other.Sign == effect.Sign && KindOf(e) == effect.Kind);
            if (edge is null) continue;
            draft.Follows(otherDraft);
            draft.Facts.AddRange(edge.Rows.Select(r => FactEvidence.Of(r, graph.NameOf)));
        }
    }

    private IEnumerable<Draft> BindingsOf(string entity) => _bindings.TryGetValue(entity, out var drafts) ? drafts : [];

    private static EffectKind KindOf(SignedEdge edge) => edge.Kind switch
    {
        RelationKind.Expression => EffectKind.Expression,
        RelationKind.Phenotype => EffectKind.Phenotype,
        _ => EffectKind.Activity,
    };

    private string? Via(Reached at)
    {
        if (at.Via is null) return null;
        if (at.Via.Edge is null) return $"{at.Via.Group!.Name} as a unit";
        var verb = (at.Effect.Kind, at.Via.Edge.Sign) switch
        {
            (EffectKind.Phenotype, > 0) => "promotes it",
            (EffectKind.Phenotype, _) => "holds it back",
            (_, > 0) => "activates it",
            _ => "inhibits it",
        };
        return $"{graph.NameOf(at.Via.Edge.Source)} {verb} ({string.Join(", ", at.Via.Edge.Rows.Select(r => r.PathwayId).Distinct().Take(3))})";
    }

    private IEnumerable<EvidenceItem> FactsOf(Reached at)
    {
        if (at.Via is null)
            return question.Causes.SelectMany(c => c.Targets).Where(t => t.Entity == at.Effect.Entity).Select(t => t.Fact);
        var group = at.Via.Group is null ? [] : new[] { FactEvidence.Of(at.Via.Group) };
        return at.Via.Edge is null ? group : at.Via.Edge.Rows.Select(r => FactEvidence.Of(r, graph.NameOf)).Concat(group);
    }

    private (ImmutableArray<MechanismClaim>, ImmutableArray<CausalEdge>) Number()
    {
        var used = _drafts.SelectMany(d => d.Parents.Select(p => p.Parent)).ToHashSet();
        var ordered = _drafts.OrderBy(d => d.Role == ClaimRole.Phenotype ? 2 : d.Role == ClaimRole.Expression && !used.Contains(d) ? 1 : 0).ThenBy(d => d.Order).ToList();
        var ids = ordered.Select((d, i) => (d, new NodeId($"n{i + 1}"))).ToDictionary(p => p.d, p => p.Item2);
        var claims = ordered.Select(d => new MechanismClaim(ids[d], d.Role, ActionText.Numbered(d.Action, ids[d]), [.. d.Facts.Distinct()])).ToImmutableArray();
        var edges = ordered.SelectMany(d => d.Parents.Select(p => new CausalEdge(ids[p.Parent], ids[d], p.Relation))).ToImmutableArray();
        return (claims, edges);
    }
}
