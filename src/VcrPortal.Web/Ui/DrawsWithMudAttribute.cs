namespace VcrPortal.Web.Ui;

/// <summary>Said of a work page that holds controls of MudBlazor for whoever is signed in. Only these carry its sheet, its script and a
/// circuit for its providers: all other work pages are a third lighter without.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DrawsWithMudAttribute : Attribute
{
    /// <summary>Whether the answer to this request holds such controls.</summary>
    public static bool Holds(HttpContext? request) =>
        DrawsWithStylesAttribute.Holds(request) && request!.GetEndpoint()?.Metadata.GetMetadata<DrawsWithMudAttribute>() is not null;
}
