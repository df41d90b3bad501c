using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Reasoning.Editing;

/// <summary>One thing that somebody does to a draft. Values are taken as they are typed; what is wrong with them is told by the rules of
/// the graph afterwards.</summary>
public abstract record DraftEdit
{
    private DraftEdit() { }

    /// <summary>A claim without arguments under a fresh id.</summary>
    /// <param name="Primitive">A name of the draft's vocabulary, not that of the context.</param>
    /// <param name="Cause">A claim that leads to the new one; null for none.</param>
    /// <param name="At">Where it is put; null for a free place.</param>
    public sealed record AddClaim(string Primitive, NodeId? Cause = null, BoardPlace? At = null) : DraftEdit;

    /// <summary>Claims with their links, and links.</summary>
    public sealed record Remove(ImmutableHashSet<NodeId> Claims, ImmutableHashSet<CausalEdge> Links) : DraftEdit;

    public sealed record Connect(CausalEdge Link) : DraftEdit;

    public sealed record ChangeRelation(CausalEdge Link, CausalRelation Relation) : DraftEdit;

    /// <param name="Claim">Null for the context; it is made where there is none.</param>
    /// <param name="Value">Null, an empty text or a list of empty texts takes the argument out.</param>
    public sealed record ChangeArgument(NodeId? Claim, string Argument, ArgumentValue? Value) : DraftEdit;

    /// <summary>Arguments that the new primitive has too are kept.</summary>
    public sealed record ChangeKind(NodeId Claim, string Primitive) : DraftEdit;

    /// <summary>Claims are dragged to other places; ids that the draft does not hold are passed over.</summary>
    public sealed record Move(ImmutableDictionary<NodeId, BoardPlace> To) : DraftEdit;

    /// <summary>Everything is placed anew, in layers.</summary>
    public sealed record Tidy : DraftEdit;

    /// <summary>Another graph, such as one that was read from text. Claims of the same id keep their places.</summary>
    public sealed record Replace(ActionGraph Graph) : DraftEdit;
}

/// <summary>What became of an edit.</summary>
public abstract record EditOutcome
{
    private EditOutcome() { }

    public sealed record Applied(GraphDraft Draft) : EditOutcome;

    /// <param name="Reason">A sentence for whoever tried it.</param>
    public sealed record Refused(string Reason) : EditOutcome;
}
