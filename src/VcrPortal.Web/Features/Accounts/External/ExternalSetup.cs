using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access.Network;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.External;

internal static class ExternalSetup
{
    /// <summary>Only those that are configured soundly: what is wrong with the others stops the start, with its key named. None may be
    /// registered that does not work, for the framework makes all of them at each request.</summary>
    public static void AddExternalSignIn(this IServiceCollection services, AccountsOptions accounts, AuthenticationBuilder authentication)
    {
        var sound = accounts.External.Where(o => !o.Problems("").Any()).DistinctBy(o => o.IdOrDefault)
            .Select(o => (Options: o, Site: ExternalProvider.From(o))).ToArray();
        services.AddSingleton(new ExternalProviders([.. sound.Select(s => s.Site)]));
        services.AddScoped<ArriveFromOutside>().AddScoped<LinkIdentity>().AddScoped<UnlinkIdentity>().AddScoped<ExternalEndpointMap.Ways>()
            .AddSingleton<LinkToken>();
        foreach (var (options, site) in sound)
        {
            if (site.Authority is null) authentication.AddGitHub(options, site);
            else if (options.Kind == "entra") authentication.AddEntra(options, site);
            else authentication.AddOpenId(options, site);
        }
    }

    /// <summary>What every way to another site has in common.</summary>
    public static void ConfigureRemote(this RemoteAuthenticationOptions handler, ExternalProvider site)
    {
        handler.CallbackPath = site.Callback;
        handler.SignInScheme = IdentityConstants.ExternalScheme;
        handler.CorrelationCookie.ToLax();
        handler.Backchannel =
            new HttpClient(Outbound.HandlerFor(new Uri(site.Authority ?? GitHubSignIn.Site).IdnHost, others: true))
            {
                Timeout = TimeSpan.FromSeconds(10),
                MaxResponseContentBufferSize = 1 << 20,
                DefaultRequestHeaders = { { "User-Agent", "VcrPortal/0.1" } },
            };
        handler.Events.OnRemoteFailure = failure =>
        {
            failure.HttpContext.RequestServices.GetRequiredService<ILogger<ExternalProvider>>()
                .LogWarning("Signing in with {Provider} failed: {Reason}", site.Id, failure.Failure?.Message);
            failure.Response.Redirect(PortalUrls.OutsideFailed);
            failure.HandleResponse();
            return Task.CompletedTask;
        };
        handler.Events.OnAccessDenied = denied =>
        {
            denied.Response.Redirect(PortalUrls.OutsideFailed);
            denied.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>People come back by a link, so Lax is enough; the default, None, needs https and is dropped on this machine
    /// without.</summary>
    public static void ToLax(this CookieBuilder cookie) =>
        (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
}
