using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning.Claims;
using VcrPortal.Generation.Agents.GraphReasoning.ReportWriting;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>Writes a route as claims and edges. Edges follow signed relations, memberships and bindings, and nothing else.</summary>
internal sealed class MechanismBuilder(
    SignedGraph graph, Question question, ActionText actions, PropagationResult reached, Route route,
    ImmutableArray<AlternativeWay> alternatives)
{
    /// <summary>Bindings told; compounds with more targets say so in the report.</summary>
    public const int MaxBindings = 6;

    private readonly List<ClaimDraft> _drafts = [];
    private readonly Dictionary<Effect, ClaimDraft> _byEffect = [];
    private readonly Dictionary<string, List<ClaimDraft>> _bindings = new(StringComparer.Ordinal);
    private readonly List<(ExpressionGroup Group, ClaimDraft Draft)> _expressions = [];
    private readonly HashSet<Effect> _ways = [
        .. route.Activities.Concat(route.Phenotypes).Concat(route.Expressions.SelectMany(e => e.Genes)).Select(r => r.Via?.From)
        .OfType<Effect>(), .. route.Expressions.Select(e => e.Regulator)];

    public (ImmutableArray<MechanismClaim> Claims, ImmutableArray<CausalEdge> Edges) Build()
    {
        foreach (var cause in question.Causes) AddDirect(cause);
        foreach (var activity in route.Activities) AddActivity(activity);
        foreach (var group in route.Expressions) AddExpression(group);
        foreach (var phenotype in route.Phenotypes) AddPhenotype(phenotype);
        new ClaimConnections(graph, reached, _byEffect, _bindings, _expressions).Connect();
        new TrapClaims(question, actions, _byEffect, _drafts).Add();
        new ModificationClaims(graph, actions, _byEffect, _drafts).Add();
        new PathwayClaims(graph, actions, reached, _byEffect, _drafts).Add();
        new DriverClaims(graph, question, actions, _byEffect, _drafts).Add();
        return ClaimNumbers.Number(_drafts);
    }

    private void AddDirect(Cause cause)
    {
        // A binding that leads nowhere would stand alone in the graph; the report lists it. Where none leads anywhere, all are told.
        // What only the carrier's complex hits is not bound by the compound itself.
        var bound = cause.Targets.Where(t => !cause.Targets.Any(c => MechanismGate.CarriedTo(cause, c).Contains(t.Entity))).ToList();
        var leading = bound.Where(t => MechanismGate.CarriedTo(cause, t).Append(t.Entity).Any(IsOnRoute)).ToList();
        foreach (var target in (leading.Count > 0 ? leading : bound).Take(MaxBindings))
        {
            var name = graph.NameOf(target.Entity);
            var draft = cause.IsGeneEdit
                ? new ClaimDraft(
                    ClaimRole.Edit, -2, actions.Node(cause.Polarity == Polarity.Activates ? "gain_of_function" : "loss_of_function",
                    ("variant", $"{name} {cause.Perturbation.GeneEdit ?? "perturbation"}"), ("protein", name)), target.Facts)
                : new ClaimDraft(
                    ClaimRole.Binding, -2, actions.Node("binds_to", ("actor", cause.Actor), ("target", name)), target.Facts);
            _drafts.Add(draft);
            BindingsOf(target.Entity).Add(draft);
            foreach (var carried in MechanismGate.CarriedTo(cause, target)) BindingsOf(carried).Add(draft);
        }
    }

    private List<ClaimDraft> BindingsOf(string entity) => _bindings.TryGetValue(entity, out var known) ? known : _bindings[entity] = [];

    private bool IsOnRoute(string entity) => route.Activities.Any(a => a.Effect.Entity == entity);

    private void AddActivity(Reached activity)
    {
        if (IsOnlyLifted(activity)) return;
        var effect = activity.Effect;
        var name = graph.NameOf(effect.Entity);
        var direct = activity.Via is null;
        var degraded = direct
            && question.Causes.FirstOrDefault(
            c => c.Polarity == Polarity.Degrades && c.Targets.Any(t => t.Entity == effect.Entity)) is { } cause
            ? actions.Node("degrades_or_stabilises", ("regulator", cause.Actor), ("target", name), ("direction", "down")) : null;
        var action = degraded
            ?? actions.Node(
            "modulates_molecule_activity", ("target", name), ("direction", ActionText.Direction(effect.Sign)), ("via", Via(activity)));
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
        var pathways = string.Join(
            ", ", group.Genes.SelectMany(g => g.Via!.Edge!.Rows).Select(r => r.PathwayId).Distinct().Order(StringComparer.Ordinal).Take(3));
        var action = ActionText.With(
            actions.Node(
                "regulates_expression", ("regulator", regulator), ("direction", ActionText.Direction(group.Sign)),
                ("mechanism", "transcription"), ("via", $"{(IsDrawn(group) ? "drawn" : "read")} in {pathways}")),
            "gene_list", [.. group.Genes.Select(g => g.Effect.Entity)]);
        var draft = new ClaimDraft(ClaimRole.Expression, group.Cost, action, group.Genes.SelectMany(FactsOf));
        _drafts.Add(draft);
        _expressions.Add((group, draft));
        foreach (var gene in group.Genes.Where(g => _ways.Contains(g.Effect))) AddCarriedOn(gene);
    }

    private static bool IsDrawn(ExpressionGroup group) => group.Genes.Any(g => g.Via!.Edge!.Rows.Any(r => !r.IsOfAPaper));

    /// <summary>A gene whose change of RNA is followed further is told as a claim of its own, so that what is measured stays an
    /// end.</summary>
    private void AddCarriedOn(Reached gene)
    {
        var via =
            $"{graph.NameOf(gene.Via!.From.Entity)} {(gene.Via.Edge!.Sign > 0 ? "induces" : "represses")} its expression "
            + $"({string.Join(", ", gene.Via.Edge.Rows.Select(r => r.PathwayId).Distinct().Take(3))})";
        Add(gene.Effect,
            new(ClaimRole.Activity, gene.Cost,
            actions.Node(
            "modulates_molecule_activity", ("target", gene.Effect.Entity), ("direction", ActionText.Direction(gene.Effect.Sign)),
            ("via", via)), FactsOf(gene)));
    }

    private void AddPhenotype(Reached phenotype)
    {
        var actor = question.Causes.Select(c => c.Actor).FirstOrDefault() ?? "the perturbation";
        var name = graph.NameOf(phenotype.Effect.Entity);
        var others = alternatives.Where(a => a.End == phenotype.Effect).Select(a => graph.NameOf(a.Last.Entity)).Distinct().ToList();
        var via = Via(phenotype) + (others.Count == 0 ? "" : $"; other ways: {string.Join(", ", others)}");
        var action = phenotype.Effect.Sign > 0
            ? actions.Node("induces_phenotype", ("source", actor), ("phenotype", name), ("via", via))
            : actions.Node("alleviates_phenotype", ("actor", actor), ("phenotype", name), ("via", via));
        Add(phenotype.Effect, new(ClaimRole.Phenotype, phenotype.Cost, action, FactsOf(phenotype)));
    }

    private void Add(Effect effect, ClaimDraft draft)
    {
        _drafts.Add(draft);
        _byEffect[effect] = draft;
    }

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
        var source = graph.NameOf(at.Via.Edge.Source) + (graph.PoolOf(at.Via.Edge) is { } pool ? $" in {pool.Name}" : "");
        return $"{source} {verb} "
            + $"({string.Join(", ", at.Via.Edge.Rows.Select(r => r.PathwayId).Distinct().Take(3))})";
    }

    private IEnumerable<EvidenceItem> FactsOf(Reached at)
    {
        if (at.Via is null)
            return question.Causes.SelectMany(c => c.Targets).Where(t => t.Entity == at.Effect.Entity)
                .SelectMany(t => t.Facts);
        var group = at.Via.Group is null ? [] : new[] { FactEvidence.From(at.Via.Group) };
        return at.Via.Edge is null ? group : at.Via.Edge.Rows.Select(r => FactEvidence.From(r, graph.NameOf)).Concat(group);
    }
}
