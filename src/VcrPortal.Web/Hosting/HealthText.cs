using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VcrPortal.Web.Hosting;

/// <summary>What a health address answers: the state, and a sentence for each thing that is not as it should be. Anybody may ask, so it
/// names no file, host or login.</summary>
internal static class HealthText
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var sentences = report.Entries.Values.Where(e => e.Status != HealthStatus.Healthy).Select(e => e.Description).OfType<string>();
        return context.Response.WriteAsync(string.Join('\n', sentences.Prepend(report.Status.ToString())));
    }
}
