using System.Collections.Immutable;
using VcrPortal.Generation.Agents.GraphReasoning.Cells;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// Carries signs from the direct effects along signed edges, cheapest path first. Reach is not evidence, so it abstains: three steps at
/// most, up to eight where every edge is drawn by two pathways or stays in a pathway that the path is in already; where two paths of about
/// the same cost disagree on a sign, nothing is asserted; where the cell has lost a gene, or holds it active by mutation, the path ends. A
/// change of RNA is carried on once on a path, and along relations that were chosen by hand only: that BRCA1 helps STAT1 does not mean that
/// less BRCA1 RNA lowers interferon's genes.
/// </summary>
public sealed class Propagation(SignedGraph graph, Question question)
{
    /// <summary>Steps that any path may take.</summary>
    public const int ShortReach = 3;
    /// <summary>Steps that a coherent path may take.</summary>
    public const int LongReach = 8;
    /// <summary>Added where a path changes pathway on the word of one source.</summary>
    public const double ChangeOfPathway = 0.75;
    /// <summary>Two signs whose costs differ by no more than this contradict each other.</summary>
    public const double ConflictMargin = 0.5;

    /// <summary>Changes of RNA on one path; the last one is an end.</summary>
    public const int MostTranscripts = 2;

    private const double LiftCost = 0.25;

    private readonly HeldActive _held = new(graph, question);
    private readonly Waiting _waiting = new(graph, question);
    private readonly Dictionary<Effect, Reached> _best = [];
    private readonly OrderedDictionary<Effect, Reached> _settled = [];
    private readonly PriorityQueue<Reached, (double Cost, int Kind, string Entity, int Sign)> _queue = new();
    private readonly Dictionary<(EffectKind, string), SignConflict> _conflicts = [];
    private readonly Dictionary<(string, string), BlockedPath> _blocked = [];

    private IReadOnlyDictionary<Effect, Reached> _chosen = new OrderedDictionary<Effect, Reached>();

    public PropagationResult Run(ImmutableArray<Effect> direct)
    {
        if (graph.ChosenByHand is { } chosen) _chosen = new Propagation(chosen, question).Run(direct).Reached;
        foreach (var effect in direct) Offer(new(effect, 0, 0, [], true, null));
        var directGenes = direct.Select(d => d.Entity).ToHashSet(StringComparer.Ordinal);
        foreach (var effect in direct) LiftToFamilies(effect, directGenes);
        while (_queue.TryDequeue(out var reached, out _))
        {
            if (_best[reached.Effect] != reached || _settled.ContainsKey(reached.Effect)) continue;
            if (Contradicted(reached)) continue;
            _settled.Add(reached.Effect, reached);
            var isEnd = reached.Effect.Kind == EffectKind.Phenotype
                || (reached.Effect.Kind == EffectKind.Expression && reached.Transcripts >= MostTranscripts);
            if (!isEnd) Expand(reached, directGenes);
        }
        return new(direct, _settled, [.. _conflicts.Values], [.. _blocked.Values])
        {
            Idle = _waiting.Met
        };
    }

    private void Expand(Reached reached, HashSet<string> direct)
    {
        if (reached.Effect.Kind == EffectKind.Activity) LiftToComplexes(reached);
        foreach (var edge in graph.From(reached))
        {
            if (direct.Contains(edge.Target) || (edge.IsImported && reached.Effect.Kind == EffectKind.Expression)
                || IsOfAnotherPool(reached, edge) || _waiting.Stops(reached.Effect, edge.Source, edge.Target)) continue;
            var kind = edge.ChangedKind;
            if (edge.Sign == 0)
            {
                _conflicts.TryAdd((kind, edge.Target), SignConflict.Within(edge, kind, reached.Effect.Sign));
                continue;
            }
            var sign = reached.Effect.Sign * edge.Sign;
            if ((kind == EffectKind.Phenotype ? WhatEscapes(edge, sign) : WhatEnds(edge, sign)) is { } end)
            {
                _blocked.TryAdd((edge.Target, end.Alteration.Gene), new(end.Alteration, edge, sign, end.Way));
                continue;
            }
            var through = edge.Source == reached.Effect.Entity ? null : graph.Group(reached.Effect.Entity);
            Offer(Follow(reached, new(kind, edge.Target, sign), edge, through));
        }
    }

    private Reached? Follow(Reached from, Effect to, SignedEdge edge, EntityGroup? through)
    {
        var here = edge.Rows.Select(r => r.PathwayId).ToImmutableHashSet();
        var stays = from.Pathways.IsEmpty || from.Pathways.Overlaps(here);
        var coherent = from.IsCoherent && (stays || edge.IsStrong);
        var steps = from.Steps + 1;
        if (steps > (coherent ? LongReach : ShortReach)) return null;
        var pathways = stays && !from.Pathways.IsEmpty ? from.Pathways.Intersect(here) : here;
        return new(
            to, from.Cost + 1 + (stays || edge.IsStrong ? 0 : ChangeOfPathway), steps, pathways, coherent,
            new(from.Effect, to, edge, through), from.Transcripts + (to.Kind == EffectKind.Expression ? 1 : 0), from.UsesImport
            || edge.IsImported);
    }

    /// <summary>
    /// A lost gene passes nothing on, nor does a complex without one of its parts; what a mutation holds active does not fall when another
    /// of its inputs falls, and does not rise when a brake falls that it has escaped.
    /// </summary>
    private HeldActive.Holder? WhatEnds(SignedEdge edge, int sign)
    {
        var own = question.AlterationOf(edge.Target);
        if (own is { Effect: AlterationEffect.LossOfFunction }) return new(own, []);
        foreach (var part in graph.PoolOf(edge)?.Parts ?? [])
            if (question.AlterationOf(part) is { Effect: AlterationEffect.LossOfFunction } lost) return new(lost, []);
        if (sign > 0)
            return edge is { Sign: < 0, Kind: RelationKind.Activity } && own is { Change: not ("GAIN" or "AMP") } ? new(own, []) : null;
        if (edge.Kind != RelationKind.Activity) return _held.HolderOfRna(edge.Target);
        return edge.Sign > 0 ? _held.HolderOf(edge.Target) : null; // an inhibitor that rises still inhibits what a mutation drives
    }

    /// <summary>The alteration by which a protein has left the break-down that would fall: a mutated degron, or a lost part of the complex
    /// that marks it. More copies are broken down like any other.</summary>
    private HeldActive.Holder? WhatEscapes(SignedEdge edge, int sign)
    {
        if (sign > 0 || graph.Phenotype(edge.Target)?.BreaksDown is not { } protein) return null;
        if (question.AlterationOf(protein) is { Effect: AlterationEffect.GainOfFunction, Change: not ("GAIN" or "AMP") } own)
            return new(own, []);
        foreach (var part in graph.PartsBehind(protein))
            if (question.AlterationOf(part) is { Effect: AlterationEffect.LossOfFunction } lost) return new(lost, []);
        return null;
    }

    /// <summary>What changes a protein from upstream does not reach its other pools; a compound that hits it reaches them all.</summary>
    private bool IsOfAnotherPool(Reached reached, SignedEdge edge) => reached.Via?.Edge is not null && graph.PoolOf(edge) is not null;

    /// <summary>One subunit changes its complex.</summary>
    private void LiftToComplexes(Reached reached)
    {
        foreach (var group in graph.GroupsOf(reached.Effect.Entity))
            if (group.Kind == GroupKind.Complex && !graph.EdgesOf(group.Id).IsEmpty
                && !_waiting.Stops(reached.Effect, reached.Effect.Entity, group.Id)) Lift(reached, group);
    }

    /// <summary>A family changes when at least half of its members are hit directly.</summary>
    private void LiftToFamilies(Effect effect, HashSet<string> direct)
    {
        foreach (var group in graph.GroupsOf(effect.Entity))
            if (group.Kind == GroupKind.Family && !graph.EdgesOf(group.Id).IsEmpty
                && group.Members.Count(direct.Contains) * 2 >= group.Members.Length && !_waiting.Stops(effect, effect.Entity, group.Id))
                Lift(_best[effect], group);
    }

    private void Lift(Reached reached, EntityGroup group)
    {
        var to = reached.Effect with { Entity = group.Id };
        Offer(new(
            to, reached.Cost + LiftCost, reached.Steps, reached.Pathways, reached.IsCoherent, new(reached.Effect, to, null, group),
            reached.Transcripts, reached.UsesImport));
    }

    private void Offer(Reached? candidate)
    {
        if (candidate is null || (_best.TryGetValue(candidate.Effect, out var known) && !IsBetter(candidate, known))) return;
        _best[candidate.Effect] = candidate;
        _queue.Enqueue(candidate, (candidate.Cost, (int)candidate.Effect.Kind, candidate.Effect.Entity, candidate.Effect.Sign));
    }

    private static bool IsBetter(Reached candidate, Reached known) =>
        candidate.Cost < known.Cost || (candidate.Cost == known.Cost && candidate.IsCoherent && !known.IsCoherent);

    /// <summary>
    /// Every path cheaper than this one has been followed, so an opposite sign within the margin is known by now. A direct effect is
    /// what the perturbation does, and is never contradicted by feedback. What the relations chosen by hand say, however far, is not
    /// overruled by a path with an imported one: the sources disagree then.
    /// </summary>
    private bool Contradicted(Reached reached)
    {
        if (reached.Via is null) return false;
        if (reached.Effect.Kind == EffectKind.Expression && ContradictedByActivity(reached)) return true;
        if (reached.UsesImport && _chosen.TryGetValue(reached.Effect.Opposite, out var chosen))
        {
            _conflicts.TryAdd((reached.Effect.Kind, reached.Effect.Entity), SignConflict.Between(reached, chosen));
            return true;
        }
        if (!_best.TryGetValue(reached.Effect.Opposite, out var other)) return false;
        if (other.Cost > reached.Cost + ConflictMargin) return false;
        if (reached.Cost > other.Cost + ConflictMargin) return true;
        _conflicts.TryAdd((reached.Effect.Kind, reached.Effect.Entity), SignConflict.Between(reached, other));
        return true;
    }

    /// <summary>A gene whose RNA would fall while its protein is said to rise, on no longer a path, is left alone.</summary>
    private bool ContradictedByActivity(Reached reached)
    {
        var opposite = reached.Effect.Opposite with { Kind = EffectKind.Activity };
        if (!_best.TryGetValue(opposite, out var activity) || activity.Cost > reached.Cost + ConflictMargin) return false;
        _conflicts.TryAdd((EffectKind.Expression, reached.Effect.Entity), SignConflict.Between(reached, activity));
        return true;
    }
}
