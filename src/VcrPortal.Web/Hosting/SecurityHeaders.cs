using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>What browsers may do with our pages. The one place for it; an embeddable page will bring its own framing policy.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // No inline script or style anywhere; the live pages speak to us over a web socket.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string WorkPolicy = Policy + "; style-src-attr 'unsafe-inline'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // The address of a shared page is its secret: no other site hears of it, and no search engine and no cache keeps it.
        var isSecret = context.Request.Path.StartsWithSegments(PortalUrls.SharedRoot);
        headers["Referrer-Policy"] = isSecret ? "no-referrer" : "strict-origin-when-cross-origin";
        if (isSecret) (headers["X-Robots-Tag"], headers.CacheControl) = ("noindex, nofollow", "private, no-store");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // Only when the answer starts is it known which page answers, and to whom.
        context.Response.OnStarting(AllowWork, context);
        return next(context);
    }

    private static Task AllowWork(object state)
    {
        var context = (HttpContext)state;
        if (!DrawsWithStylesAttribute.Holds(context)) return Task.CompletedTask;
        context.Response.Headers.ContentSecurityPolicy = WorkPolicy;
        // Without this word the framework's script loads the whole page instead of patching it into a document with another policy. A form
        // stands on a work page already, and what its answer says would be lost with the load.
        if (!HttpMethods.IsPost(context.Request.Method)) context.Response.Headers.Remove("blazor-enhanced-nav");
        return Task.CompletedTask;
    }
}
