using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>The ways out to other sites, and where people land when they come back.</summary>
internal static class ExternalEndpointMap
{
    public static void MapExternalSignIn(this IEndpointRouteBuilder app)
    {
        var outside = app.MapGroup("").WithMetadata(new RequiresAttribute(Operation.SignIn));
        outside.MapGet(
            PortalUrls.SignInWith("{id}"), (string id, string? returnUrl, Ways ways) =>
            ways.GoAsync(id, PortalUrls.OutsideArriveThen(returnUrl), null, askAgain: false));
        outside.MapGet(
            PortalUrls.SignInWith("{id}") + "/link", (string id, string? t, Ways ways) =>
            ways.GoOwnAsync(id, PortalUrls.OutsideLinked, t, askAgain: false));
        outside.MapGet(
            PortalUrls.SignInWith("{id}") + "/prove", (string id, string? t, Ways ways) =>
            ways.GoOwnAsync(id, PortalUrls.OutsideProved, t, askAgain: true));
        outside.MapGet(PortalUrls.OutsideArrive, ArriveAsync);
        outside.MapGet(PortalUrls.OutsideLinked, LinkAsync);
        outside.MapGet(PortalUrls.OutsideProved, ProveAsync);
        outside.MapGet(PortalUrls.OutsideFailed, (HttpContext request) => Failed(request, AccountNews.OutsideFailed));
    }

    private static async Task<IResult> ArriveAsync(string? returnUrl, ArriveFromOutside arrive, HttpContext request) =>
        await arrive.SignInAsync() switch
        {
            ArrivalOutcome.SignedIn => Results.LocalRedirect(LocalReturn.From(returnUrl)),
            ArrivalOutcome.Unknown => Results.LocalRedirect(PortalUrls.OutsideNewThen(returnUrl)),
            _ => Failed(request, AccountNews.OutsideFailed),
        };

    private static async Task<IResult> LinkAsync(LinkIdentity link, HttpContext request) =>
        await link.RunAsync(Caller.From(request.User)) switch
        {
            var outcome when outcome == LinkIdentity.Taken => Results.LocalRedirect(PortalUrls.AccountAfter(AccountNews.LinkTaken)),
            AccountChange.Done => Results.LocalRedirect(PortalUrls.AccountAfter(AccountNews.Linked)),
            AccountChange.NeedsProof => Results.LocalRedirect(PortalUrls.AccountAfter(AccountNews.NeedsProof)),
            _ => Failed(request, AccountNews.OutsideFailed),
        };

    private static async Task<IResult> ProveAsync(ArriveFromOutside arrive, HttpContext request) =>
        await arrive.ProveAsync(Caller.From(request.User)) switch
        {
            ProofOutcome.Proven => Results.LocalRedirect(PortalUrls.AccountAfter(AccountNews.Proved)),
            _ => Failed(request, AccountNews.OutsideFailed),
        };

    private static IResult Failed(HttpContext request, string news) =>
        Results.LocalRedirect(Caller.From(request.User).IsSignedIn ? PortalUrls.AccountAfter(news) : PortalUrls.SignInAfter(news));

    /// <summary>Begins the way to another site.</summary>
    internal sealed class Ways(
        ExternalProviders providers, SignInManager<Account> signIn, LinkToken token, IOptionsMonitor<OpenIdConnectOptions> handlers,
        IHttpContextAccessor accessor, ILogger<ExternalProvider> log)
    {
        private HttpContext Request => accessor.HttpContext!;

        public Task<IResult> GoOwnAsync(string id, string back, string? linkToken, bool askAgain)
        {
            var caller = Caller.From(Request.User);
            return caller.IsSignedIn && token.IsFor(linkToken, caller.Key) ? GoAsync(id, back, caller.Key, askAgain)
                : Task.FromResult(Failed(Request, AccountNews.OutsideFailed));
        }

        public async Task<IResult> GoAsync(string id, string back, string? accountKey, bool askAgain)
        {
            if (providers.Find(id) is not { } provider) return Results.NotFound();
            if (await WhyNotAsync(provider) is { } reason)
            {
                log.LogWarning("Signing in with {Provider} cannot begin: {Reason}", provider.Id, reason);
                return Failed(Request, AccountNews.OutsideUnreachable);
            }
            var way = signIn.ConfigureExternalAuthenticationProperties(id, back, accountKey);
            if (askAgain) way.SetParameter(OpenIdConnectParameterNames.Prompt, "login");
            return Results.Challenge(way, [id]);
        }

        // The framework asks for the description too, but answers with an error page where there is none.
        private async Task<string?> WhyNotAsync(ExternalProvider provider)
        {
            if (provider.Authority is null) return null;
            try
            {
                var told = await handlers.Get(provider.Id).ConfigurationManager!.GetConfigurationAsync(Request.RequestAborted);
                return OpenIdSignIn.WhyNotTrusted(told, provider.Authority);
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException
                && !Request.RequestAborted.IsCancellationRequested)
            {
                return e.InnerException?.Message ?? e.Message;
            }
        }
    }
}
