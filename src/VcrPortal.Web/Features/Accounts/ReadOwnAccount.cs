using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Features.Accounts.Passkeys;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>One's own account, as its page shows it.</summary>
/// <param name="IsFresh">What decides who may sign in can be changed without a further proof.</param>
public sealed record OwnAccount(string Name, string? Email, PortalRole Role, DateTime CreatedAt, bool HasPassword, ImmutableArray<PasskeyView> Passkeys, bool IsFresh);

/// <summary>The account of whoever asks.</summary>
public sealed class ReadOwnAccount(UserManager<Account> accounts, TimeProvider clock)
{
    /// <returns>Null for strangers, and for those whose account is gone.</returns>
    public async Task<OwnAccount?> RunAsync(Caller caller)
    {
        if (!caller.IsSignedIn || await accounts.FindByIdAsync(caller.Key) is not { } account) return null;
        return new(account.UserName!, account.Email, account.Role, account.CreatedAt, account.PasswordHash is not null,
            PasskeyView.Of(await accounts.GetPasskeysAsync(account)), caller.IsFresh(clock));
    }
}
