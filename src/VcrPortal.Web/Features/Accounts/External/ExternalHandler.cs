using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace VcrPortal.Web.Features.Accounts.External;

internal sealed class ExternalHandlerOptions : OAuthOptions
{
    public ExternalProvider Site { get; set; } = null!;
    public OpenIdDiscovery? Discovery { get; set; }

    /// <summary>Learns where the provider answers. The framework asks for its addresses when it starts; an OpenID provider tells them when
    /// it is asked.</summary>
    /// <exception cref="HttpRequestException">It does not answer, or not as such a provider does.</exception>
    public async Task LearnAsync(CancellationToken ct)
    {
        var endpoints = Discovery is null ? ExternalEndpoints.GitHub : await Discovery.ReadAsync(Backchannel, ct);
        (AuthorizationEndpoint, TokenEndpoint, UserInformationEndpoint) =
            (endpoints.Authorization, endpoints.Token, endpoints.UserInformation);
    }
}

/// <summary>
/// The framework's code flow (state, correlation cookie, PKCE) with two things added: the addresses come from discovery, and the person
/// from the provider's user information, which is asked over TLS with the access token.
/// </summary>
internal sealed class ExternalHandler(IOptionsMonitor<ExternalHandlerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<ExternalHandlerOptions>(options, logger, encoder)
{
    /// <summary>In the properties of a challenge: the provider is to ask its person again, although it knows them.</summary>
    public const string AskAgain = "ask-again";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await Options.LearnAsync(Context.RequestAborted);
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var url = base.BuildChallengeUrl(properties, redirectUri);
        return properties.GetParameter<bool>(AskAgain) ? $"{url}&prompt=login" : url;
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        await Options.LearnAsync(Context.RequestAborted);
        return await base.HandleRemoteAuthenticateAsync();
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var person = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Context.RequestAborted));
        var read = ExternalIdentity.Read(person.RootElement, Options.Site, Scheme.Name)
            ?? throw new AuthenticationFailureException("The provider names nobody.");
        return new AuthenticationTicket(new ClaimsPrincipal(read), properties, Scheme.Name);
    }
}
