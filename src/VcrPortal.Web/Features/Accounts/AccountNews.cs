namespace VcrPortal.Web.Features.Accounts;

/// <summary>What was just done, said once on the account page; the address carries one of these words and nothing else.</summary>
internal static class AccountNews
{
    public const string Proved = "proved";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRenamed = "passkey-renamed";
    public const string PasskeyRemoved = "passkey-removed";

    public const string PasswordSet = "password-set";
    public const string EmailSet = "email-set";
    public const string Recovered = "recovered";

    public static string? Of(string? word) => word switch
    {
        Proved => "It is you. For the next quarter of an hour you can change how you sign in.",
        PasskeyAdded => "The passkey was added. You can sign in with it from now on.",
        PasskeyRenamed => "The passkey has its new name.",
        PasskeyRemoved => "The passkey was removed. Delete it on your device too, where it is still offered.",
        PasswordSet => "The new password holds. Other browsers were signed out.",
        EmailSet => "The address was changed.",
        Recovered => "You have a new password, and other browsers were signed out. Remove passkeys that you have lost, and see how many recovery codes are left.",
        _ => null,
    };
}
