using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Pipeline;

/// <summary>Where a published explanation stands.</summary>
public enum Listing
{
    /// <summary>In the default browse.</summary>
    Listed,

    /// <summary>It has no action, or ends before anything that is measured: found when it is asked for.</summary>
    NoEnd,

    /// <summary>It was checked, and independent data supports none of its claims and does not know what the compound does:
    /// likewise.</summary>
    NothingChecked,
}

/// <summary>
/// Which published explanations the default browse shows: those that reach an end and of which something was checked. A route may be
/// drawn as it likes; where nobody else has the compound's own act and no step of it is supported, a reader has nothing to hold on to.
/// What the cell itself brings along is no step: that two exomes agree on a mutation says nothing of the compound.
/// Where a source disputes that act, the explanation stays, for that is what a reader should see.
/// </summary>
public static class ListingRule
{
    public static Listing For(ActionGraph graph, ImmutableArray<Verdict> verdicts)
    {
        if (!graph.Actions.Any(a => a.Primitive is { IsTerminal: true })) return Listing.NoEnd;
        if (verdicts.IsDefaultOrEmpty) return Listing.Listed; // no check was asked, which is no finding
        var judgements = GraphJudgements.From(verdicts);
        return graph.Actions.Any(a => a.Id is { } id && Holds(graph, a, id, judgements.OfAction(id))) ? Listing.Listed
            : Listing.NothingChecked;
    }

    private static bool Holds(ActionGraph graph, ActionNode action, NodeId id, ClaimJudgement judgement) =>
        (judgement.Kind == JudgementKind.Supported && action.Kind != ClaimKind.ProteinFunction)
        || (judgement.IsJudged && PublicationRule.IsDrugAction(graph, action, id));
}
