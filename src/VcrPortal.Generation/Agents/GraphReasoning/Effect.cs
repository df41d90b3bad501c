using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>What of an entity changes: its activity, its RNA, or, for a phenotype, its occurrence.</summary>
public enum EffectKind { Activity, Expression, Phenotype }

/// <summary>"MAPK1 activity falls" is (Activity, MAPK1, -1).</summary>
public readonly record struct Effect(EffectKind Kind, string Entity, int Sign)
{
    public Effect Opposite => this with { Sign = -Sign };
}

/// <summary>How one effect follows from another: along an edge, or because a member changes its group.</summary>
/// <param name="Edge">Null for a step from members to their group.</param>
/// <param name="Group">The group through which it runs, where the edge leaves from a member or the step is a lift.</param>
public sealed record Step(Effect From, Effect To, SignedEdge? Edge, EntityGroup? Group);

/// <summary>The best way found to an effect.</summary>
/// <param name="Cost">1 an edge, more where the path changes pathway on the word of a single source.</param>
/// <param name="Pathways">Those that the path has run through.</param>
/// <param name="IsCoherent">Every edge is strong, or stays in a pathway that the path is in already.</param>
/// <param name="Transcripts">Changes of RNA on the path, this effect included.</param>
/// <param name="UsesImport">An edge of the path was imported by rule, and not chosen by hand.</param>
public sealed record Reached(
    Effect Effect, double Cost, int Steps, ImmutableHashSet<string> Pathways, bool IsCoherent, Step? Via, int Transcripts = 0,
    bool UsesImport = false);

/// <summary>One side of a disagreement: by this edge the entity would rise (+1) or fall (-1).</summary>
public sealed record DisputedWay(SignedEdge Edge, int Sign);

/// <summary>The sources disagree, so nothing is asserted.</summary>
public sealed record SignConflict(string Entity, EffectKind Kind, ImmutableArray<DisputedWay> Ways)
{
    public IEnumerable<SignedRelation> Rows => Ways.SelectMany(w => w.Edge.Rows);

    /// <summary>Two ways to one entity; a side that is a lift or a direct effect has no edge to show.</summary>
    public static SignConflict Between(Reached one, Reached other) =>
        new(one.Effect.Entity, one.Effect.Kind,
            [.. new[] { one, other }.Where(r => r.Via?.Edge is not null).Select(r => new DisputedWay(r.Via!.Edge!, r.Effect.Sign))]);

    /// <summary>One pair that pathways draw with both signs: what they say for and against, each with its own rows.</summary>
    public static SignConflict Within(SignedEdge edge, EffectKind kind, int sign) =>
        new(edge.Target, kind,
            [.. edge.Rows.GroupBy(r => r.Sign).OrderByDescending(g => g.Key)
            .Select(g => new DisputedWay(edge with { Sign = g.Key, Rows = [.. g] }, sign * g.Key))]);
}

/// <summary>The cell's own alteration cuts the path here.</summary>
/// <param name="Holding">The edges from the altered gene to what it holds active; empty where the edge's target is altered itself.</param>
public sealed record BlockedPath(ContextAlteration Alteration, SignedEdge Edge, int Sign, ImmutableArray<SignedEdge> Holding)
{
    public IEnumerable<SignedRelation> Rows => Holding.Prepend(Edge).SelectMany(e => e.Rows);
}

/// <summary>Everything that follows from the direct effects, by the rules of <see cref="Propagation"/>.</summary>
/// <param name="Reached">In the order in which they were reached, cheapest first: an order by hash codes would be another in each process,
/// and with it what is told where two ways are equally good.</param>
public sealed record PropagationResult(
    ImmutableArray<Effect> Direct, IReadOnlyDictionary<Effect, Reached> Reached, ImmutableArray<SignConflict> Conflicts,
        ImmutableArray<BlockedPath> Blocked)
{
    /// <summary>Proteins whose fall was not followed, because nothing calls them up here.</summary>
    public ImmutableArray<Standby> Idle { get; init; } = [];
}
