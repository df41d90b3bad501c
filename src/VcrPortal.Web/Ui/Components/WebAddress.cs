namespace VcrPortal.Web.Ui.Components;

/// <summary>Lets through what a link may point to, and nothing else: a source's text is hostile.</summary>
internal static class WebAddress
{
    /// <summary>The address when it is an absolute http(s) one, else null.</summary>
    public static string? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? uri.AbsoluteUri : null;

    public static string Host(string address) => new Uri(address).Host;
}
