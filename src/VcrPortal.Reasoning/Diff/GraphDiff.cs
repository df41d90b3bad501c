using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Diff;

/// <summary>What applying a diff came to.</summary>
public abstract record ApplyOutcome
{
    private ApplyOutcome() { }

    public sealed record Applied(ActionGraph Graph) : ApplyOutcome;

    /// <summary>The diff was made from another revision (both are revision hashes).</summary>
    public sealed record OtherBase(string Expected, string Found) : ApplyOutcome;
}

/// <summary>
/// What one explanation says and another does not. Ids, line order, case, blanks and the order of lists are no difference: two graphs with
/// the same semantic hash give an empty diff, and otherwise <see cref="Apply"/> to the base gives a graph with the other's semantic hash.
/// </summary>
/// <param name="BaseRevision">The revision hash of the graph that it starts from.</param>
/// <param name="Vocabulary">That of the graph that it leads to.</param>
public sealed record GraphDiff(string BaseRevision, PrimitiveVocabulary Vocabulary, ImmutableArray<Hunk> Hunks, EntailmentDiff Entailment)
{
    public bool IsEmpty => Hunks.IsEmpty;

    public static GraphDiff Between(ActionGraph before, ActionGraph after)
    {
        if (before.SemanticHash == after.SemanticHash) return new(before.RevisionHash, after.Vocabulary, [], EntailmentDiff.None);
        var pairing = NodePairing.Between(before, after);
        var hunks = HunkBuilder.Build(before, after, pairing);
        // Doubled ids and texts that only look like references can read differently under the ids of the base: then nothing is kept.
        if (HunkApplication.Apply(before, after.Vocabulary, hunks).SemanticHash != after.SemanticHash) hunks =
            Replacement.Between(before, after);
        return new(before.RevisionHash, after.Vocabulary, hunks, EntailmentDiff.Between(before, after, pairing));
    }

    public ApplyOutcome Apply(ActionGraph graph) => graph.RevisionHash == BaseRevision
        ? new ApplyOutcome.Applied(HunkApplication.Apply(graph, Vocabulary, Hunks))
        : new ApplyOutcome.OtherBase(BaseRevision, graph.RevisionHash);
}
