using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Hosting;

/// <summary>What browsers may do with our pages. The one place for it; an embeddable page will bring its own framing policy.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // No inline script or style anywhere; the live pages speak to us over a web socket.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<DrawsWithStylesAttribute>() is null
            ? Policy : Policy + "; style-src-attr 'unsafe-inline'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(context);
    }
}
