using System.Collections.Immutable;
using VcrPortal.Web.Features.Revisions.Effects;

namespace VcrPortal.Web.Features.Revisions.Suggest;

/// <summary>What would not fit if only a part of a suggestion were accepted; pure.</summary>
public static class PartOfSuggestion
{
    /// <param name="hunks">Places of those that are accepted.</param>
    /// <returns>What the whole suggestion leaves behind anyway is not among it. Empty where the hunks make no graph: then deciding says
    /// so.</returns>
    public static ImmutableArray<SideEffect> Effects(SuggestionView view, ImmutableArray<int> hunks, bool takesReport)
    {
        var graph = hunks.IsEmpty ? view.Before : ChosenHunks.Apply(view.Diff, view.Before, hunks);
        if (graph is null) return [];
        ImmutableArray<ToldReport> reports = takesReport
            ? [new(view.ReportBefore, view.Before), new(view.ReportAfter, view.After)] : [new(view.ReportBefore, view.Before)];
        var known = view.Effects.Select(e => e.Key).ToHashSet();
        return [.. SideEffects.For(view.Before, graph, "").Concat(SideEffects.InReport(reports, graph)).Where(e => !known.Contains(e.Key))];
    }
}
