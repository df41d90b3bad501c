using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.Forms;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <summary>What a browser must know before it can make a passkey, or sign with one. The question goes out; a cookie keeps it until the
/// answer comes.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost(PortalUrls.PasskeyCreation, AskToCreateAsync).OnlyFromOurPages()
            .WithMetadata(new RequiresAttribute(Operation.ManageOwnPasskeys));
        app.MapPost(PortalUrls.PasskeyRequest, AskToSignAsync).OnlyFromOurPages().WithMetadata(new RequiresAttribute(Operation.SignIn));
    }

    private static async Task<IResult> AskToCreateAsync(SignInManager<Account> signIn, TimeProvider clock, HttpContext request)
    {
        var caller = Caller.From(request.User);
        if (caller.GateTo(Operation.ManageOwnPasskeys, clock) != Gate.Open
            || await signIn.UserManager.FindByIdAsync(caller.Key) is not { UserName: { } name } account) return Results.StatusCode(
            StatusCodes.Status403Forbidden);
        return Json(
            await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = name, DisplayName = name }));
    }

    // For somebody who is signed in, only their own will do; a stranger is not told whether there is such an account.
    private static async Task<IResult> AskToSignAsync(SignInManager<Account> signIn, HttpContext request)
    {
        var account = await signIn.UserManager.GetUserAsync(request.User);
        return Json(await signIn.MakePasskeyRequestOptionsAsync(account!));
    }

    private static IResult Json(string text) => Results.Text(text, "application/json");
}
