namespace VcrPortal.Web.Ui;

/// <summary>
/// Said of a page that is a work page for whoever is signed in: it has the work layout, whose controls place things by <c>style</c>
/// attributes, so its policy allows these and nothing else. A stranger gets the same address as a reading page, under the strict policy.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DrawsWithStylesAttribute : Attribute
{
    /// <summary>Whether the answer to this request has the work layout. A policy belongs to the document, so links from one kind of page
    /// to the other are full loads.</summary>
    public static bool Holds(HttpContext? request) =>
        request?.User.Identity?.IsAuthenticated == true
        && request.GetEndpoint()?.Metadata.GetMetadata<DrawsWithStylesAttribute>() is not null;
}
