using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>What a name, an address and a password must be. Length counts, not kinds of characters (NIST SP 800-63B, 3.1.1.2).</summary>
internal static class AccountRules
{
    public const int NameLength = 40;
    public const int EmailLength = 254; // RFC 5321, 4.5.3.1.3
    public const int PasswordLeast = 12;
    public const int PasswordMost = 128;
    /// <summary>Letters and digits of any script are not told apart by eye, so names are plain.</summary>
    public const string NameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";

    /// <summary>Names that look like the portal itself, or like all of a role.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet([
        "admin", "administrator", "administrators", "admins", "root", "system", "server", "portal", "vcrportal", "operator", "moderator",
        "moderators", "staff", "support", "security", "webmaster", "postmaster", "reader", "readers", "contributor", "contributors",
        "reviewer", "reviewers", "editor", "editors", "visitor", "visitors", "guest", "anonymous", "nobody", "somebody", "everybody",
        "everyone", "all", "here", "channel", "me", "you", "deleted", "unknown", "null", "undefined",
    ], StringComparer.OrdinalIgnoreCase);

    public static AccountProblem NameReserved { get; } = new("name", "This name could be taken for the portal's own. Choose another one.");
    public static AccountProblem NameTaken { get; } = new("name", "Somebody has this name already.");

    public static ImmutableArray<AccountProblem> Check(string? name, string? email, string? password) =>
        CheckPassword(password, name) is { } weak ? [.. Check(name, email), weak] : Check(name, email);

    /// <param name="mayBeReserved">For the first administrator, whom the operator names.</param>
    public static ImmutableArray<AccountProblem> Check(string? name, string? email, bool mayBeReserved = false)
    {
        var problems = ImmutableArray.CreateBuilder<AccountProblem>();
        if (Trouble(name) is { } bad) problems.Add(new("name", bad));
        else if (!mayBeReserved && Reserved.Contains(name!.Trim())) problems.Add(NameReserved);
        if (CheckEmail(email) is { } noAddress) problems.Add(noAddress);
        return problems.ToImmutable();
    }

    /// <summary>Null when it is an address, or empty.</summary>
    public static AccountProblem? CheckEmail(string? email) => string.IsNullOrWhiteSpace(email) || IsAddress(email.Trim())
        ? null
        : new("email", "This is not an e-mail address. Leave it empty, or write one such as ana@example.org.");

    /// <param name="name">The name of the account, which is no password for it.</param>
    public static AccountProblem? CheckPassword(string? password, string? name = null) => password?.Length switch
    {
        null or < PasswordLeast =>
            new("password", $"A password has at least {PasswordLeast} characters; a few words are easy to remember."),
        > PasswordMost => new("password", $"A password has at most {PasswordMost} characters."),
        _ when CommonPasswords.Has(password!, name) =>
            new("password", "This is among the first passwords that are tried. Take a few words that have nothing to do with each other."),
        _ => null,
    };

    /// <summary>The address as it is kept.</summary>
    public static string? EmailFrom(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>The account of a name, or the first one that gave an e-mail address.</summary>
    public static async Task<Account?> FindAsync(this UserManager<Account> accounts, string? nameOrEmail)
    {
        if (string.IsNullOrWhiteSpace(nameOrEmail) || nameOrEmail.Length > EmailLength) return null;
        if (!nameOrEmail.Contains('@')) return await accounts.FindByNameAsync(nameOrEmail.Trim());
        // Nothing is sent to an address, so nobody shows that it is theirs: several accounts may give the same one, and none is told of the
        // others. Who gave it first signs in with it.
        var address = accounts.NormalizeEmail(nameOrEmail.Trim());
        return await accounts.Users.Where(a => a.NormalizedEmail == address).OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)
            .FirstOrDefaultAsync();
    }

    public static AccountProblem Describe(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => NameTaken,
        nameof(IdentityErrorDescriber.InvalidUserName) => new("name", "Use letters, digits, dots, dashes and underscores."),
        nameof(IdentityErrorDescriber.InvalidEmail) => new("email", "This is not an e-mail address."),
        _ => new("password", error.Description),
    };

    private static string? Trouble(string? name)
    {
        var typed = name?.Trim() ?? "";
        if (typed.Length is < 2 or > NameLength) return $"A name has 2 to {NameLength} characters.";
        if (!typed.Any(char.IsAsciiLetterOrDigit)) return "A name has a letter or a digit.";
        return typed.AsSpan().IndexOfAnyExcept(NameCharacters) >= 0 ? "Use letters, digits, dots, dashes and underscores." : null;
    }

    private static bool IsAddress(string text) =>
        text.Length <= EmailLength && text.IndexOf('@') is > 0 and var at && at < text.Length - 1 && text.IndexOf('@', at + 1) < 0
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
