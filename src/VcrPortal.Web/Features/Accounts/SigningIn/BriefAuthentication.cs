using Microsoft.AspNetCore.Http.Features;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>Finds out who connects for long, a circuit or a hub, in a scope that ends before the connection begins. In the scope of the
/// request, Identity's services and their database context would live for as long as somebody has a page open.</summary>
internal static class BriefAuthentication
{
    public static void UseBriefAuthentication(this IApplicationBuilder app)
    {
        app.Use(BeginAsync);
        app.UseAuthentication();
        app.Use(EndAsync);
    }

    private static async Task BeginAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsForLong(context))
        {
            await next(context);
            return;
        }
        var brief = new Brief(context);
        try { await next(context); }
        finally { await brief.EndAsync(); } // when nobody came as far as the end
    }

    private static async Task EndAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Brief>() is { } brief) await brief.EndAsync();
        await next(context);
    }

    private static bool IsForLong(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    /// <summary>Lets go of all that the scope made: whoever waits for the connection's end still holds this.</summary>
    private sealed class Brief
    {
        private readonly HttpContext _context;
        private (IServiceProvider OfRequest, AsyncServiceScope Own)? _scopes;

        public Brief(HttpContext context)
        {
            _context = context;
            var own = context.RequestServices.CreateAsyncScope();
            _scopes = (context.RequestServices, own);
            context.RequestServices = own.ServiceProvider;
            context.Features.Set(this);
        }

        public async Task EndAsync()
        {
            if (_scopes is not { } scopes) return;
            _scopes = null;
            _context.RequestServices = scopes.OfRequest;
            await scopes.Own.DisposeAsync();
        }
    }
}
