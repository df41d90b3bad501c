using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>Sets one's own password, the first or another. All other sessions end.</summary>
[Requires(Operation.ChangeOwnPassword)]
public sealed class ChangePassword(
    UserManager<Account> accounts, ProvePerson prove, Session session, HistoryWriter history, TimeProvider clock)
{
    /// <param name="current">Asked of those who have one; a wrong one counts towards the lock. Those who have none need a fresh proof
    /// instead.</param>
    public async Task<AccountChange> RunAsync(string? current, string? next, Caller caller)
    {
        var gate = caller.GateTo(Operation.ChangeOwnPassword, clock);
        if (gate == Gate.NotAllowed || await accounts.FindByIdAsync(caller.Key) is not { } account) return new AccountChange.NotAllowed();
        if (account.PasswordHash is null && gate == Gate.NeedsProof) return new AccountChange.NeedsProof();
        if (AccountRules.CheckPassword(next, account.UserName) is { } weak) return new AccountChange.Refused(weak.Message, "new");
        if (account.PasswordHash is not null && await RefusedAsync(current, account) is { } refused) return refused;
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        var set =
            await history.WithAsync(
                caller.Key, Operation.ChangeOwnPassword, null, () => accounts.ResetPasswordAsync(account, token, next!));
        if (!set.Succeeded) return new AccountChange.Refused(AccountRules.Describe(set.Errors.First()).Message, "new");
        await session.GoOnAsync(account);
        return new AccountChange.Done();
    }

    private async Task<AccountChange?> RefusedAsync(string? current, Account account) =>
        await prove.JudgeAsync(new Proof.Password(current), account) switch
        {
            ProofOutcome.Proven => null,
            ProofOutcome.LockedOut =>
                new AccountChange.Refused("Too many wrong passwords. The account rests for five minutes; then try again.", "current"),
            _ => new AccountChange.Refused("This is not your current password.", "current"),
        };
}
