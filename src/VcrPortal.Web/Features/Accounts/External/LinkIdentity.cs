using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>Connects the identity that another site has just confirmed to the account of whoever is signed in and began this.</summary>
[Requires(Operation.LinkExternalIdentity)]
public sealed class LinkIdentity(SignInManager<Account> signIn, HistoryWriter history, TimeProvider clock)
{
    public const int MostOfOneAccount = 10;

    public static AccountChange Taken { get; } =
        new AccountChange.Refused("This identity belongs to another account here. Sign in with it, and disconnect it there first.");

    public async Task<AccountChange> RunAsync(Caller caller)
    {
        if (AccountChange.Stopped(caller.GateTo(Operation.LinkExternalIdentity, clock)) is { } stopped) return stopped;
        if (await signIn.UserManager.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        if (await signIn.GetExternalLoginInfoAsync(caller.Key) is not { } info) return new AccountChange.Refused(
            "The other site did not confirm who you are. Nothing was connected; try again.");
        await signIn.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        var logins = await signIn.UserManager.GetLoginsAsync(account);
        if (logins.Any(l => l.LoginProvider == info.LoginProvider && l.ProviderKey == info.ProviderKey)) return new AccountChange.Done();
        if (logins.Count >= MostOfOneAccount) return new AccountChange.Refused(
            $"An account has at most {MostOfOneAccount} identities elsewhere.");
        return await AddAsync(account, ExternalIdentity.From(info), caller);
    }

    private async Task<AccountChange> AddAsync(Account account, ExternalIdentity identity, Caller caller)
    {
        try
        {
            var added = await history.WithAsync(
                account.Id, Operation.LinkExternalIdentity, identity.Detail is { } detail ? $"connected, {detail}" : "connected", () =>
                signIn.UserManager.AddLoginAsync(account, identity.ToLogin()));
            return added.Succeeded ? new AccountChange.Done() : Taken;
        }
        catch (DbUpdateException) // somebody else connects the same identity at this moment: the key of its row is unique
        {
            return Taken;
        }
    }
}

/// <summary>Takes an identity elsewhere from one's own account; never the last way to sign in.</summary>
[Requires(Operation.LinkExternalIdentity)]
public sealed class UnlinkIdentity(UserManager<Account> accounts, HistoryWriter history, TimeProvider clock)
{
    public async Task<AccountChange> RunAsync(string? providerId, string? key, Caller caller)
    {
        if (AccountChange.Stopped(caller.GateTo(Operation.LinkExternalIdentity, clock)) is { } stopped) return stopped;
        if (await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        var logins = await accounts.GetLoginsAsync(account);
        if (!logins.Any(l => l.LoginProvider == providerId && l.ProviderKey == key)) return new AccountChange.Done(); // twice is once
        if (await WaysIn.CountAsync(accounts, account) == 1) return WaysIn.Last;
        var removed = await history.WithAsync(
            caller.Key, Operation.LinkExternalIdentity, "disconnected", () => accounts.RemoveLoginAsync(account, providerId!, key!));
        return removed.Succeeded ? new AccountChange.Done()
            : AccountChange.AtTheSameMoment;
    }
}
