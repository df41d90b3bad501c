namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>What was just done, said once on the account page; the address carries one of these words and nothing else.</summary>
internal static class AccountNews
{
    public const string Proved = "proved";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRenamed = "passkey-renamed";
    public const string PasskeyRemoved = "passkey-removed";

    public const string PasswordSet = "password-set";
    public const string EmailSet = "email-set";
    public const string SignatureSet = "signature-set";
    public const string Recovered = "recovered";

    public const string Linked = "linked";
    public const string Unlinked = "unlinked";
    public const string LinkTaken = "link-taken";
    public const string NeedsProof = "needs-proof";
    public const string OutsideFailed = "outside-failed";
    public const string OutsideUnreachable = "outside-unreachable";

    public const string Deleted = "deleted";

    /// <summary>The ones that are for people who are not signed in.</summary>
    public static bool IsForStrangers(string? word) => IsBad(word) || word is Deleted;

    /// <summary>The ones that are no good news.</summary>
    public static bool IsBad(string? word) => word is LinkTaken or NeedsProof or OutsideFailed or OutsideUnreachable;

    public static string? For(string? word) => word switch
    {
        Proved => "It is you. For the next quarter of an hour you can change how you sign in.",
        PasskeyAdded => "The passkey was added. You can sign in with it from now on.",
        PasskeyRenamed => "The passkey has its new name.",
        PasskeyRemoved => "The passkey was removed. Delete it on your device too, where it is still offered.",
        PasswordSet => "The new password holds. Other browsers were signed out.",
        EmailSet => "The address was changed.",
        SignatureSet => "From now on your judgements leave as you chose.",
        Recovered =>
            "You have a new password, and other browsers were signed out. Remove passkeys that you have lost, and see how many recovery "
            + "codes are left.",
        Linked => "It is connected. You can sign in with it from now on.",
        Unlinked => "It is disconnected. The other site may still list this portal among those that you allowed.",
        LinkTaken => "That identity belongs to another account here, so it was not connected. Sign in with it to see which.",
        NeedsProof => "Nothing was connected: you signed in a while ago. Confirm that it is you, then connect it again.",
        OutsideFailed => "The other site did not confirm who you are. Nothing has changed; try again.",
        OutsideUnreachable => "The other site cannot be reached just now. Try again later, or use another way.",
        Deleted => "The account was deleted, and you are signed out everywhere.",
        _ => null,
    };
}
