using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.External;

internal static class ExternalSetup
{
    /// <summary>Only those that are configured soundly: what is wrong with the others stops the start, with its key named.</summary>
    public static void AddExternalSignIn(this IServiceCollection services, AccountsOptions accounts, AuthenticationBuilder authentication)
    {
        var sound = accounts.External.Where(o => !o.Problems("").Any()).DistinctBy(o => o.IdOrDefault)
            .Select(o => (Options: o, Site: ExternalProvider.From(o))).ToArray();
        services.AddSingleton(new ExternalProviders([.. sound.Select(s => s.Site)]));
        services.AddScoped<ArriveFromOutside>().AddScoped<LinkIdentity>().AddScoped<UnlinkIdentity>().AddScoped<ExternalEndpointMap.Ways>()
            .AddSingleton<LinkToken>();
        foreach (var (options, site) in sound)
        {
            authentication.AddOAuth<ExternalHandlerOptions, ExternalHandler>(site.Id, site.Name, o => Configure(o, options, site));
            services.AddOptions<ExternalHandlerOptions>(site.Id)
                .Configure<TimeProvider>(
                (o, clock) => o.Discovery = site.Authority is null ? null : new OpenIdDiscovery(site.Authority, clock));
        }
    }

    private static void Configure(ExternalHandlerOptions handler, ExternalProviderOptions options, ExternalProvider site)
    {
        handler.Site = site;
        (handler.ClientId, handler.ClientSecret, handler.CallbackPath) = (options.ClientId!, options.ClientSecret!, site.Callback);
        // Stand-ins until the provider has told its own; the framework refuses to start without.
        (handler.AuthorizationEndpoint, handler.TokenEndpoint) = (ExternalEndpoints.GitHub.Authorization, ExternalEndpoints.GitHub.Token);
        handler.SignInScheme = IdentityConstants.ExternalScheme;
        handler.UsePkce = true;
        handler.CorrelationCookie.SameSite = SameSiteMode.Lax; // people come back by a link; "none" would need https even on this machine
        foreach (var scope in site.Scopes) handler.Scope.Add(scope);
        handler.Backchannel =
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            {
                Timeout = TimeSpan.FromSeconds(10),
                MaxResponseContentBufferSize = 1 << 20,
                DefaultRequestHeaders = { { "User-Agent", "VcrPortal/0.1" } },
            };
        handler.Events.OnRemoteFailure = failure =>
        {
            failure.HttpContext.RequestServices.GetRequiredService<ILogger<ExternalHandler>>()
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
}
