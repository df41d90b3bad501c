using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Access;

/// <summary>Somebody without an account, told apart by a random cookie only as far as quotas and stopping one's own jobs need it.</summary>
public static class Visitor
{
    internal const string ClaimType = "vcr:visitor";

    /// <summary>The key of whoever uses this page (from <c>HttpContext.User</c> or the authentication state of a circuit); one for all
    /// without cookies.</summary>
    public static string KeyOf(ClaimsPrincipal? user) => user?.FindFirst(ClaimType)?.Value ?? "anonymous";
}

/// <summary>
/// Gives a visitor of the pages where jobs are launched and stopped a cookie, and every request that carries one its key. The key is a
/// hash: the database never holds what would let its reader act as that visitor.
/// </summary>
internal sealed class VisitorCookie(RequestDelegate next)
{
    private const string Name = "vcr-visitor";
    private const int Bytes = 16;
    private const int Written = 22; // 16 bytes in URL-safe base 64

    public Task InvokeAsync(HttpContext context)
    {
        var cookie = context.Request.Cookies[Name];
        if (cookie is not { Length: Written }) cookie = context.Request.Path.StartsWithSegments(PortalUrls.Jobs) ? Issue(context) : null;
        if (cookie is not null)
        {
            // No authentication type: known, not signed in.
            var identity = new ClaimsIdentity([new Claim(Visitor.ClaimType, KeyOf(cookie))]);
            context.User.AddIdentity(identity);
        }
        return next(context);
    }

    private static string Issue(HttpContext context)
    {
        var cookie = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Name, cookie, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
        return cookie;
    }

    private static string KeyOf(string cookie) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(cookie)))[..32];
}
