using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Access;

/// <summary>
/// Before a page or an endpoint does anything: turns away whoever could do its operation to nothing at all. A visitor is led to the sign-in
/// and comes back; for somebody signed in there is no such page; a program is told. Everything finer is the verb's, which knows the thing.
/// </summary>
internal sealed class PermissionGate(RequestDelegate next, SitePolicy site)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<RequiresAttribute>() is not { } does) return next(context);
        var caller = Caller.From(context.User);
        if (caller.MayEver(does.Operation, site)) return next(context);
        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isPage) return Results.Problem("This needs an account that may do it.", statusCode: StatusCodes.Status403Forbidden)
            .ExecuteAsync(context);
        if (caller.IsSignedIn) HidePage(context);
        else LeadToSignIn(context);
        return Task.CompletedTask;
    }

    private static void HidePage(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        // The page that says so takes no forms: a form that was sent here gets the number alone.
        if (!HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled =
            false;
    }

    /// <summary>303, so that a form which was sent is not sent again there.</summary>
    private static void LeadToSignIn(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = PortalUrls.SignInThen(context.Request.Path + context.Request.QueryString);
    }
}
