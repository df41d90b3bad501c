using System.Collections.Immutable;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>Another site whose word is taken for who somebody is.</summary>
/// <param name="Id">In addresses and in the database.</param>
/// <param name="Authority">The address of an OpenID provider, without a slash at the end; what GitHub's endpoints are is known.</param>
/// <param name="Subject">The member of its answer that names a person for good.</param>
/// <param name="Handle">The members that say what the person is called there, best first.</param>
public sealed record ExternalProvider(
    string Id, string Name, string? Authority, ImmutableArray<string> Scopes, string Subject, ImmutableArray<string> Handle)
{
    private static readonly ImmutableArray<string> OpenId = ["preferred_username", "nickname", "name"];

    public string Callback => $"{PortalUrls.SignInWith(Id)}/callback";

    internal static ExternalProvider From(ExternalProviderOptions options) => options.Kind switch
    {
        // https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps: the public profile needs no scope.
        "github" => new(options.IdOrDefault, options.Name ?? "GitHub", null, [], "id", ["login"]),
        // https://info.orcid.org/ufaqs/what-is-openid-connect-and-how-do-i-use-it/: the subject is the ORCID iD.
        "orcid" => new(options.IdOrDefault, options.Name ?? "ORCID", "https://orcid.org", ["openid"], "sub", ["name", "given_name"]),
        // https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
        "entra" =>
            new(options.IdOrDefault, options.Name ?? "Microsoft", $"{options.InstanceOrDefault}/{options.Tenant!.Trim()}/v2.0",
                ["openid", "profile", "email"], "sub", OpenId),
        _ => new(
            options.IdOrDefault, options.Name ?? new Uri(options.Authority!).Host, options.Authority!.TrimEnd('/'),
            ["openid", "profile", "email"], "sub", OpenId),
    };
}

/// <summary>All that are configured, in the order of their buttons.</summary>
public sealed record ExternalProviders(ImmutableArray<ExternalProvider> All)
{
    public ExternalProvider? Find(string? id) => All.FirstOrDefault(p => p.Id == id);
}
