using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>What part a claim plays; the report groups by it.</summary>
public enum ClaimRole { Binding, Driver, Edit, Complex, Activity, Modification, Pathway, Expression, Phenotype }

/// <summary>One action with the facts that it stands on.</summary>
/// <param name="Facts">Numberless evidence items; never empty.</param>
public sealed record MechanismClaim(NodeId Id, ClaimRole Role, ActionNode Action, ImmutableArray<EvidenceItem> Facts);

/// <summary>The outcome of the reasoning, from which both agents write.</summary>
/// <param name="Claims">In the order they are written; measurable ends last.</param>
public sealed record Mechanism(
    Question Question, ActionNode Context, ImmutableArray<MechanismClaim> Claims, ImmutableArray<CausalEdge> Edges,
    ImmutableArray<SignConflict> Conflicts, ImmutableArray<BlockedPath> Blocked, ImmutableArray<string> Limits)
{
    /// <summary>How far it came.</summary>
    public RouteEnding Ending { get; init; }

    /// <summary>Other ways to the phenotypes that are told, the best of each end first.</summary>
    public ImmutableArray<AlternativeWay> Alternatives { get; init; } = [];

    public bool HasEnd => Claims.Any(c => c.Action.Primitive is { IsTerminal: true });

    public IEnumerable<MechanismClaim> ClaimsAs(ClaimRole role) => Claims.Where(c => c.Role == role);

    public ImmutableArray<MechanismClaim> ParentsOf(NodeId id) =>
        [.. Edges.Where(e => e.Target == id).Select(e => Claims.First(c => c.Id == e.Source))];
}
