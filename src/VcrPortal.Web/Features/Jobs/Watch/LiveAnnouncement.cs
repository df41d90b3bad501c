using System.Globalization;
using VcrPortal.Web.Features.Jobs.Listing;

namespace VcrPortal.Web.Features.Jobs.Watch;

/// <summary>One sentence for a listener on what changed between two states of a job, or null when nothing worth saying did.</summary>
internal static class LiveAnnouncement
{
    public static string? Between(JobProgress before, JobProgress after)
    {
        var parts = new List<string>();
        foreach (var stage in after.Stages)
            if (stage.State != StageState.Planned && before.Stages.FirstOrDefault(s => s.Stage == stage.Stage)?.State != stage.State)
                parts.Add($"{JobText.Name(stage.Stage)}: {JobText.Word(stage.State)}");
        Count(parts, after.Evidence.Length - before.Evidence.Length, "evidence item", "evidence items");
        Count(parts, (after.Graph?.Actions.Length ?? 0) - (before.Graph?.Actions.Length ?? 0), "claim added", "claims added");
        Count(parts, after.Verdicts.Length - before.Verdicts.Length, "verdict", "verdicts");
        if (after.IsOver && !before.IsOver) parts.Add($"The job is over: {JobText.Word(after.State).ToLowerInvariant()}");
        return parts.Count == 0 ? null : string.Join(", ", parts) + ".";
    }

    private static void Count(List<string> parts, int more, string one, string many)
    {
        if (more > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{more} {(more == 1 ? one : many)}"));
    }
}
