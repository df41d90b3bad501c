namespace VcrPortal.Web.Ui;

/// <summary>
/// Said of a page that has a live part for strangers too. All other pages are documents for them: Blazor's script, a third of what such a
/// page weighed, is not sent along.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LiveForEverybodyAttribute : Attribute
{
    /// <summary>Whether the answer to this request may have a live part.</summary>
    public static bool Holds(HttpContext? request) =>
        request?.User.Identity?.IsAuthenticated == true
        || request?.GetEndpoint()?.Metadata.GetMetadata<LiveForEverybodyAttribute>() is not null;
}
