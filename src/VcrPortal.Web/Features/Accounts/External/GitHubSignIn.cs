using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>GitHub is no OpenID provider: it speaks plain OAuth, and says who somebody is when it is asked with the access token
/// (https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps).</summary>
internal static class GitHubSignIn
{
    public const string Site = "https://github.com";

    public static void AddGitHub(this AuthenticationBuilder authentication, ExternalProviderOptions options, ExternalProvider site) =>
        authentication.AddOAuth(site.Id, site.Name, handler =>
        {
            handler.ConfigureRemote(site);
            (handler.ClientId, handler.ClientSecret) = (options.ClientId!, options.ClientSecret!);
            handler.AuthorizationEndpoint = Site + "/login/oauth/authorize";
            handler.TokenEndpoint = Site + "/login/oauth/access_token";
            handler.UserInformationEndpoint = "https://api.github.com/user";
            handler.UsePkce = true;
            handler.Events.OnRedirectToAuthorizationEndpoint = redirect =>
            {
                // GitHub's word for asking its person again.
                var again = redirect.Properties.GetParameter<string>(OpenIdConnectParameterNames.Prompt) is not null;
                redirect.Response.Redirect(again ? $"{redirect.RedirectUri}&prompt=select_account" : redirect.RedirectUri);
                return Task.CompletedTask;
            };
            handler.Events.OnCreatingTicket = ticket => AskWhoAsync(ticket, site);
        });

    private static async Task AskWhoAsync(OAuthCreatingTicketContext ticket, ExternalProvider site)
    {
        var ct = ticket.HttpContext.RequestAborted;
        using var request = new HttpRequestMessage(HttpMethod.Get, ticket.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await ticket.Backchannel.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        using var person = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        ticket.Principal = new ClaimsPrincipal(ExternalIdentity.Read(person.RootElement, site, ticket.Scheme.Name)
            ?? throw new AuthenticationFailureException("GitHub names nobody."));
    }
}
