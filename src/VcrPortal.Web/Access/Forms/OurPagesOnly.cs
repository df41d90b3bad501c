using Microsoft.AspNetCore.Antiforgery;

namespace VcrPortal.Web.Access.Forms;

internal static class OurPagesOnly
{
    /// <summary>Refuses what no form of ours sent. (The framework's middleware judges the token, and leaves it to the endpoint to act on
    /// it.)</summary>
    public static RouteHandlerBuilder OnlyFromOurPages(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter(
            async (call, next) => call.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(call)
            : Refuse(FormRefusal.Find(call.HttpContext) ?? FormRefusal.Stale));

    private static IResult Refuse(FormRefusal why) => Results.Text(why.Sentence, statusCode: why.Status);
}
