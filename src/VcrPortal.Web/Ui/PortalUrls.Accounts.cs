namespace VcrPortal.Web.Ui;

// The addresses of accounts: signing in, their pages, and people.
public static partial class PortalUrls
{
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Register = "/account/register";
    public const string DeleteAccount = "/account/delete";
    public const string Recover = "/account/recover";
    public const string Account = "/account";
    public const string Inbox = "/inbox";
    /// <param name="news">One of the words that the account page knows.</param>
    public static string AccountAfter(string news) => $"{Account}?done={news}";
    public const string OutsideArrive = "/account/outside/arrive";
    public const string OutsideLinked = "/account/outside/linked";
    public const string OutsideProved = "/account/outside/proved";
    public const string OutsideFailed = "/account/outside/failed";
    public const string OutsideNew = "/account/outside/new";
    public const string PasskeyCreation = "/account/passkeys/creation";
    public const string PasskeyRequest = "/account/passkeys/request";
    public static string SignInThen(string? path) => path is null ? SignIn : $"{SignIn}?ReturnUrl={Uri.EscapeDataString(path)}";
    /// <param name="news">One of the words that the account page knows.</param>
    public static string SignInAfter(string news) => $"{SignIn}?done={news}";
    /// <param name="provider">The id of another site.</param>
    public static string SignInWith(string provider) => $"/account/with/{provider}";
    public static string SignInWithThen(string provider, string? path) =>
        path is null ? SignInWith(provider) : $"{SignInWith(provider)}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string Link(string provider, string token) => $"{SignInWith(provider)}/link?t={Uri.EscapeDataString(token)}";
    public static string Prove(string provider, string token) => $"{SignInWith(provider)}/prove?t={Uri.EscapeDataString(token)}";
    public static string OutsideArriveThen(string? path) =>
        path is null ? OutsideArrive : $"{OutsideArrive}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string OutsideNewThen(string? path) => path is null ? OutsideNew : $"{OutsideNew}?ReturnUrl={Uri.EscapeDataString(path)}";
    public static string PersonComments(string name) => $"{Person(name)}?show=comments";
    public static string RegisterThen(string? path) => path is null ? Register : $"{Register}?return={Uri.EscapeDataString(path)}";
    public static string Person(string name) => "/u/" + Uri.EscapeDataString(name);
}
