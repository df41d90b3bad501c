namespace VcrPortal.Web.Access;

internal static class NeverShared
{
    /// <summary>What an endpoint answers is for this caller now: it may be private, or become so, and no cache between is to keep
    /// it.</summary>
    public static RouteHandlerBuilder WithoutSharedCopies(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(
        (call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "private, no-store";
            return next(call);
        });
}
