using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.Features.Revisions.Effects;

/// <summary>Something that a change does not touch and that no longer fits.</summary>
/// <param name="Sentence">For whoever changes it.</param>
public abstract record SideEffect(string Sentence)
{
    /// <summary>Where it is in the graph after; null where it is a sentence of the report.</summary>
    public virtual NodeId? At => null;

    /// <summary>The same for what two changes do alike.</summary>
    public virtual string Key => Sentence;

    /// <summary>A claim says the same as before, and what leads to it by this link says the opposite now, or the other way round.</summary>
    /// <param name="Opposite">What the claim would say to follow again; null where its kind goes one way only.</param>
    public sealed record SignLost(CausalEdge Link, NodeId Claim, Direction? Opposite, string Sentence) : SideEffect(Sentence)
    {
        public override NodeId? At => Claim;
    }

    /// <summary>Fewer claims lead to it than before.</summary>
    public sealed record RouteLost(NodeId Claim, string Sentence) : SideEffect(Sentence)
    {
        public override NodeId? At => Claim;
    }

    /// <summary>The reason that a claim gives (<c>via</c>) says otherwise than the graph.</summary>
    public sealed record ReasonContradicts(NodeId Claim, string Sentence) : SideEffect(Sentence)
    {
        public override NodeId? At => Claim;
    }

    /// <param name="Quote">The sentence of the report as it is written.</param>
    public sealed record ReportContradicts(string Section, string Quote, string Sentence) : SideEffect(Sentence)
    {
        public override string Key => Quote;
    }
}
