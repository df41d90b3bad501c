using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Access.Forms;

/// <summary>A form that bears no token of ours, or is too large to be read, never reaches its page. The framework would answer with a
/// number and no word; the page that says what is wrong takes no forms either, and so is asked for as one that is read.</summary>
internal sealed class RefusedForms(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Features.Get<FormRefusal>() is null || context.Response.HasStarted) return;
        var (request, services) = (context.Request, context.RequestServices);
        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = request.PathBase,
            OriginalPath = path,
            OriginalQueryString = query.Value,
        });
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, PortalUrls.FormRefused, QueryString.Empty);
        await using var anew = services.CreateAsyncScope();
        context.RequestServices = anew.ServiceProvider;
        try { await next(context); }
        finally
        {
            context.RequestServices = services;
            (request.Method, request.Path, request.QueryString) = (method, path, query);
        }
    }

    /// <summary>After the tokens are judged: keeps a refused form from its page.</summary>
    public static Task StopAsync(HttpContext context, RequestDelegate next)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isPage || context.Features.Get<FormRefusal>() is not null || FormRefusal.Find(context) is not { } why) return next(context);
        context.Features.Set(why);
        context.Response.StatusCode = why.Status;
        return Task.CompletedTask;
    }
}
