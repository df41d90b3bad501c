using System.Text.Json;
using VcrPortal.Reasoning.Text;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Tests.Support;

/// <summary>A state as text, so that two can be compared by content: records do not look inside their lists.</summary>
internal static class ProgressText
{
    public static string For(JobProgress progress) => JsonSerializer.Serialize(
        typeof(JobProgress).GetProperties().Where(p => p.GetMethod!.IsStatic is false).ToDictionary(
            p => p.Name, p =>
                p.Name == nameof(JobProgress.Graph) ? progress.Graph is null ? null : ExplanationWriter.Write(progress.Graph)
                    : p.GetValue(progress)),
        PortalJson.Options);
}
