using System.Collections.Immutable;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Diff;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Revisions.Effects;

namespace VcrPortal.Web.Features.Revisions.Edit;

/// <summary>All that the editor answers to an edit: what is changed, what that does to the rest, and what is wrong. Pure.</summary>
/// <param name="ToCheckAgain">Claims that say something new.</param>
/// <param name="Problems">The problems of the graph after the edit; notes are left out.</param>
public sealed record DraftAnswer(
    GraphDiff Diff, ImmutableArray<SideEffect> Effects, ImmutableArray<NodeId> ToCheckAgain, ImmutableArray<Diagnostic> Problems)
{
    /// <param name="report">The report as it would stand beside the graph after.</param>
    public static DraftAnswer To(ActionGraph before, ActionGraph after, string report)
    {
        var diff = GraphDiff.Between(before, after);
        return new(
            diff, diff.IsEmpty ? [] : SideEffects.For(before, after, report), diff.IsEmpty ? [] : SideEffects.ToCheckAgain(before, after),
            [.. after.Problems().Where(problem => problem.Severity != Severity.Note)]);
    }
}
