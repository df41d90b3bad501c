namespace VcrPortal.Web.Hosting;

/// <summary>Live connections are for our own pages and for programs: a browser says which site's page opens one, and another site's is
/// refused. Cookies would not go along anyway (SameSite); this holds where a browser or a proxy gets that wrong.</summary>
internal sealed class OwnOriginOnly(RequestDelegate next)
{
    private static readonly PathString[] Live = ["/_blazor", "/hubs"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!Array.Exists(Live, path => request.Path.StartsWithSegments(path)) || IsOurs(request)) return next(context);
        return Results.Text("Another site's page may not open a live connection to this one.\n", statusCode: StatusCodes.Status403Forbidden)
            .ExecuteAsync(context);
    }

    private static bool IsOurs(HttpRequest request) => request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && string.Equals(new HostString(site.Authority).Value, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
