using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Diff;

/// <summary>
/// One difference. An action of the base is named by its place in written order (<c>At</c>), for ids may be missing or doubled, and by its
/// id for people. Actions keep the id that they have in the base; a new one keeps its own unless the base uses that id, and texts that name
/// it follow.
/// </summary>
public abstract record Hunk
{
    private Hunk() { }

    /// <param name="After">The action that it follows in written order; null at the beginning.</param>
    public sealed record Added(ActionNode Action, NodeId? After) : Hunk;

    /// <summary>Its edges go with it.</summary>
    public sealed record Removed(int At, ActionNode Action) : Hunk;

    /// <summary>up became down, or down up.</summary>
    public sealed record SignFlipped(int At, NodeId? Action, Direction Before, Direction After) : Hunk;

    public sealed record PrimitiveChanged(int At, NodeId? Action, string Before, string After) : Hunk;

    /// <summary>An entity, a list of entities or an ontology term names something else.</summary>
    public sealed record Regrounded(int At, NodeId? Action, string Argument, ArgumentValue? Before, ArgumentValue? After) : Hunk;

    /// <summary>Any other argument; null where it is absent.</summary>
    public sealed record ArgumentChanged(int At, NodeId? Action, string Argument, ArgumentValue? Before, ArgumentValue? After) : Hunk;

    /// <summary>What leads to this action changed.</summary>
    public sealed record Rewired(NodeId Target, ImmutableArray<CausalEdge> Lost, ImmutableArray<CausalEdge> Gained) : Hunk
    {
        public bool Equals(Rewired? other) =>
            other is not null && Target == other.Target && Lost.AsSpan().SequenceEqual(other.Lost.AsSpan())
                && Gained.AsSpan().SequenceEqual(other.Gained.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Target, Lost.Length, Gained.Length);
    }

    public sealed record ContextChanged(ActionNode? Before, ActionNode? After) : Hunk;
}
