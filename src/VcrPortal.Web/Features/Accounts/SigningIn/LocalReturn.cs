using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>Where somebody goes on after signing in: a page of this site, whatever the address says.</summary>
internal static class LocalReturn
{
    public static string From(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && path.Length < 2000 && !path.Any(char.IsControl) ? path : PortalUrls.Account;
}
