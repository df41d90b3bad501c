using Microsoft.AspNetCore.Antiforgery;

namespace VcrPortal.Web.Access;

internal static class OurPagesOnly
{
    private const string Sentence =
        "This form was open for too long, or another site has sent it. Nothing was changed. Go back, load the page again, and send it "
        + "once more.";

    /// <summary>Refuses what no form of ours sent. (The framework's middleware judges the token, and leaves it to the endpoint to act on
    /// it.)</summary>
    public static RouteHandlerBuilder OnlyFromOurPages(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter(
            async (call, next) => call.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } ? await next(call)
            : Results.Text(Sentence, statusCode: StatusCodes.Status400BadRequest));
}
