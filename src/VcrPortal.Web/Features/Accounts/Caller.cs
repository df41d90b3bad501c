using System.Security.Claims;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>Who asks for something to be done: an account, or a visitor known by a cookie.</summary>
/// <param name="Key">Opaque and stable; what somebody launches is theirs by it, and quotas count by it.</param>
public sealed record Caller(string Key, PortalRole Role)
{
    internal const string RoleClaim = "vcr:role";

    public static Caller Visitor(string key) => new(key, PortalRole.Reader);

    public bool IsSignedIn => Role > PortalRole.Reader;

    /// <param name="user">From <c>HttpContext.User</c>, or the authentication state of a circuit.</param>
    public static Caller Of(ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true && user.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } key && Enum.TryParse<PortalRole>(user.FindFirst(RoleClaim)?.Value, out var role)
            ? new(key, role)
            : Visitor(Web.Visitor.KeyOf(user));
}
