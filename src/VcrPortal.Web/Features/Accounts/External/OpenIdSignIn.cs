using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>Sign-in with an OpenID provider by the framework's handler (discovery, code flow, PKCE, nonce, signed tokens), and with Entra
/// ID by Microsoft.Identity.Web on top of it.</summary>
internal static class OpenIdSignIn
{
    public static void AddOpenId(this AuthenticationBuilder authentication, ExternalProviderOptions options, ExternalProvider site) =>
        authentication.AddOpenIdConnect(site.Id, site.Name, handler =>
        {
            (handler.ClientId, handler.ClientSecret, handler.Authority) = (options.ClientId, options.ClientSecret, site.Authority);
            Configure(handler, site);
            // Many providers put no more than the subject into their token.
            handler.GetClaimsFromUserInfoEndpoint = true;
            foreach (var member in site.Handle) handler.ClaimActions.MapUniqueJsonKey(member, member);
        });

    public static void AddEntra(this AuthenticationBuilder authentication, ExternalProviderOptions options, ExternalProvider site)
    {
        authentication.AddMicrosoftIdentityWebApp(
            entra =>
            {
                (entra.Instance, entra.TenantId) = (options.InstanceOrDefault, options.Tenant!.Trim());
                (entra.ClientId, entra.ClientSecret, entra.CallbackPath) = (options.ClientId, options.ClientSecret, site.Callback);
            },
            configureCookieAuthenticationOptions: null, openIdConnectScheme: site.Id, cookieScheme: null, displayName: site.Name);
        // Here and not above: only Entra's own part of what is set there reaches the handler.
        authentication.Services.Configure<OpenIdConnectOptions>(site.Id, handler =>
        {
            Configure(handler, site);
            // Its own judge of issuers asks login.microsoftonline.com. A stand-in on this machine is accepted in Development only.
            if (options.HasStandIn) handler.TokenValidationParameters.IssuerValidator = (issuer, _, _) => issuer == site.Authority
                ? issuer : throw new SecurityTokenInvalidIssuerException($"The stand-in calls itself {issuer}, not {site.Authority}.");
        });
    }

    private static void Configure(OpenIdConnectOptions handler, ExternalProvider site)
    {
        handler.ConfigureRemote(site);
        handler.NonceCookie.ToLax();
        handler.RequireHttpsMetadata = new Uri(site.Authority!).Scheme == Uri.UriSchemeHttps;
        handler.ResponseType = OpenIdConnectResponseType.Code;
        handler.ResponseMode = OpenIdConnectResponseMode.Query;
        handler.UsePkce = true;
        handler.SaveTokens = false;
        handler.MapInboundClaims = false;
        handler.DisableTelemetry = true;
        // We keep our own sessions: the provider neither ends them nor is told of their end.
        (handler.RemoteSignOutPath, handler.SignedOutCallbackPath) = (default, default);
        handler.Scope.Clear();
        foreach (var scope in site.Scopes) handler.Scope.Add(scope);
        handler.Events.OnTicketReceived = ticket =>
        {
            if (ExternalIdentity.Read(ticket.Principal!, site, ticket.Scheme.Name) is { } read)
                ticket.Principal = new ClaimsPrincipal(read);
            else
            {
                ticket.Response.Redirect(PortalUrls.OutsideFailed);
                ticket.HandleResponse();
            }
            return Task.CompletedTask;
        };
    }

    /// <summary>Why nobody is sent there, although it answers: another issuer's description would send people, and their codes, elsewhere
    /// (OpenID Connect Discovery 1.0, 4.3), and so would addresses without TLS.</summary>
    /// <returns>Null when nothing is wrong.</returns>
    internal static string? WhyNotTrusted(OpenIdConnectConfiguration told, string authority) =>
        told.Issuer?.TrimEnd('/') != authority ? $"The provider at {authority} calls itself otherwise."
        : !ExternalProviderOptions.IsSafe(told.AuthorizationEndpoint) ? "The provider names no safe address for asking its people."
        : !ExternalProviderOptions.IsSafe(told.TokenEndpoint) ? "The provider names no safe address for its tokens."
        : told.UserInfoEndpoint is { Length: > 0 } info && !ExternalProviderOptions.IsSafe(info)
            ? "The provider names no safe address for what it knows of people."
        : null;
}
