using System.Text.RegularExpressions;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>One entry of <c>Accounts:External</c>. GitHub, ORCID and Entra ID need little; any other OpenID provider needs its
/// authority.</summary>
public sealed partial class ExternalProviderOptions
{
    public const string Section = "Accounts:External";

    /// <summary><c>github</c>, <c>orcid</c>, <c>entra</c> or <c>openid</c>.</summary>
    public string Provider { get; set; } = "openid";

    /// <summary>Part of the address that the provider sends people back to: <c>/account/with/{Id}/callback</c>. Default: the provider's
    /// word. It must stay the same for good.</summary>
    public string? Id { get; set; }

    /// <summary>On the button. Each preset has one.</summary>
    public string? Name { get; set; }

    /// <summary>The address of an OpenID provider, below which <c>/.well-known/openid-configuration</c> is read.</summary>
    public string? Authority { get; set; }

    /// <summary>For Entra ID, the directory's id. Not "common": then anybody with a Microsoft account would come in.</summary>
    public string? Tenant { get; set; }

    /// <summary>For Entra ID, the address of a national cloud; absent: the public one. In Development it may be a stand-in on this
    /// machine.</summary>
    public string? Instance { get; set; }

    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }

    internal string Kind => Provider.Trim().ToLowerInvariant();
    internal string IdOrDefault => string.IsNullOrWhiteSpace(Id) ? Kind : Id.Trim();

    internal string InstanceOrDefault =>
        string.IsNullOrWhiteSpace(Instance) ? "https://login.microsoftonline.com" : Instance.Trim().TrimEnd('/');

    /// <summary>Whether it is no Entra ID, but a program on this machine that answers as it does.</summary>
    internal bool HasStandIn => Kind == "entra" && Uri.TryCreate(InstanceOrDefault, UriKind.Absolute, out var uri) && uri.IsLoopback;

    internal IEnumerable<string> Problems(string key)
    {
        if (Kind is not (
            "github" or "orcid" or "entra"
            or "openid")) yield return $"{key}:Provider is \"{Provider}\"; write github, orcid, entra or openid.";
        if (!IdForm()
            .IsMatch(IdOrDefault)) yield return $"{key}:Id must be 1 to 32 small letters, digits and dashes, for example institute.";
        if (string.IsNullOrWhiteSpace(
            ClientId)) yield return $"{key}:ClientId is needed; the provider gives it to you when you register this portal there.";
        if (string.IsNullOrWhiteSpace(
            ClientSecret)) yield return $"{key}:ClientSecret is needed; the provider gives it to you when you register this portal there.";
        if (Kind == "entra"
            && !Guid.TryParse(
            Tenant, out _)) yield return $"{key}:Tenant must be the id of your directory, for example "
                + "8d5cfa60-0000-0000-0000-000000000000.";
        if (Kind == "entra"
            && !IsSafe(
            InstanceOrDefault)) yield return $"{key}:Instance must be an https address, for example https://login.microsoftonline.us.";
        if (Kind == "openid"
            && !IsSafe(
            Authority)) yield return $"{key}:Authority must be the https address of the provider, for example https://login.example.org.";
        if (Name is { Length: > 60 }) yield return $"{key}:Name has at most 60 characters.";
    }

    /// <summary>Over the network only https; this machine may speak to itself as it likes.</summary>
    internal static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && uri.UserInfo.Length == 0;

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex IdForm();
}
