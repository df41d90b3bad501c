using System.Globalization;
using System.Security.Claims;

namespace VcrPortal.Web.Access;

/// <summary>Who asks for something to be done: an account, or a visitor known by a cookie.</summary>
/// <param name="Key">Opaque and stable; what somebody launches is theirs by it, and quotas count by it.</param>
public sealed record Caller(string Key, PortalRole Role)
{
    internal const string RoleClaim = "vcr:role";
    internal const string ProvedClaim = "vcr:proved";

    /// <summary>When this person last showed who they are in this session: by a password, a passkey or another site's word.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>The private job that a link showed to this caller, who may read it and its trace; 0 for none.</summary>
    internal int SharedJob { get; init; }

    /// <summary>Asks as one who judges, and gets what is judged blind too: for the review, which itself holds back what others
    /// said.</summary>
    internal bool IsJudging { get; init; }

    /// <summary>Whether what is judged blind is held back from this caller until they have judged it.</summary>
    internal bool JudgesBlind => !IsJudging && this.May(Operation.SubmitReview);

    internal Caller AsJudge => this with { IsJudging = true };

    /// <summary>The portal itself, where it does something that nobody asked for.</summary>
    internal static Caller Server { get; } = new("server", PortalRole.Admin) { IsJudging = true };

    /// <summary>Whoever runs the program's own verbs on the machine where the database is.</summary>
    internal static Caller Operator { get; } = new("operator", PortalRole.Admin) { IsJudging = true };

    public static Caller Visitor(string key) => new(key, PortalRole.Reader);

    public bool IsSignedIn => Role > PortalRole.Reader;

    /// <param name="user">The user from <c>HttpContext.User</c>, or from the authentication state of a circuit.</param>
    public static Caller From(ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true && user.FindFirst(ClaimTypes.NameIdentifier)?.Value is { } key
            && Enum.TryParse<PortalRole>(user.FindFirst(RoleClaim)?.Value, out var role)
            ? new(key, role) { ProvedAt = AtSecond(user.FindFirst(ProvedClaim)?.Value) }
            : Visitor(Access.Visitor.KeyOf(user));

    private static DateTimeOffset? AtSecond(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? DateTimeOffset.FromUnixTimeSeconds(second)
            : null;
}
