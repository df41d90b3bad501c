using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.KnockOut;

/// <summary>What a cut set may be made of.</summary>
[Flags]
public enum CutsOf { Actions = 1, Edges = 2, ActionsAndEdges = Actions | Edges }

/// <summary>The smallest sets whose falsehood takes all support from one conclusion (minimal: no part of a set does).</summary>
/// <param name="Sets">Ordered by size, then in a fixed order. Empty where the conclusion has no support to lose.</param>
/// <param name="MoreExist">
/// True when the search stopped at a bound: more sets of up to <see cref="MostParts"/> parts were found, or could not be ruled out.
/// </param>
public sealed record CutSets(ImmutableArray<AssumedFalse> Sets, bool MoreExist)
{
    /// <summary>The most parts of one set.</summary>
    public const int MostParts = 3;

    /// <summary>The most sets in one answer.</summary>
    public const int MostSets = 100;

    /// <summary>Beyond so many actions and edges behind a conclusion nothing is searched: memory grows with their square.</summary>
    public const int MostCandidates = 4_000;

    /// <summary>The conclusion itself is never a part. An unknown id, or an action that does not stand, has no cut sets.</summary>
    public static CutSets Find(
        ActionGraph graph, NodeId conclusion, CutsOf parts = CutsOf.Actions, CancellationToken cancellation = default)
    {
        var target = graph.Index.Position(conclusion);
        return target < 0 ? new([], MoreExist: false) : new CutSearch(new SupportRule(graph), target, parts, cancellation).Run();
    }
}
