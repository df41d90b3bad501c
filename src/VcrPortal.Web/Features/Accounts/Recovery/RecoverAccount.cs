using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Recovery;

/// <summary>What became of a way back in.</summary>
public abstract record RecoverOutcome
{
    private RecoverOutcome() { }

    public sealed record Recovered : RecoverOutcome;
    /// <summary>Name or code: which one is not said.</summary>
    public sealed record Wrong : RecoverOutcome;
    /// <summary>This address has sent too many wrong codes; the account is not locked.</summary>
    public sealed record TooOften : RecoverOutcome;
    /// <summary>The new password; the code still holds.</summary>
    public sealed record Invalid(AccountProblem Problem) : RecoverOutcome;
}

/// <summary>Sets a new password for somebody who has a recovery code, and signs them in; all other sessions end. A lock after wrong
/// passwords does not hold it back, and ends: strangers must not be able to keep a person out.</summary>
/// <param name="db">The one that Identity's store works on, so that the code is spent and the password set in one transaction.</param>
[Requires(Operation.RecoverAccount)]
public sealed class RecoverAccount(
    UserManager<Account> accounts, PortalDb db, Session session, EndedSessions ended, HistoryWriter history, WrongTries wrong,
    IHttpContextAccessor request)
{
    private string Address => $"address {Sender.KeyOf(request.HttpContext?.Connection.RemoteIpAddress)}";

    public async Task<RecoverOutcome> RunAsync(string? name, string? code, string? password, CancellationToken ct)
    {
        if (AccountRules.CheckPassword(password, name) is { } weak) return new RecoverOutcome.Invalid(weak);
        if (wrong.IsResting(Address)) return new RecoverOutcome.TooOften();
        if (await accounts.FindAsync(name) is not { } account) return await FailAsync(null);
        if (RecoveryCode.HashOf(code, account.Id) is not { } hash) return await FailAsync(account);
        return await SpendAsync(account, hash, password!, ct);
    }

    private async Task<RecoverOutcome> SpendAsync(Account account, string hash, string password, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.RecoveryCodes.Where(c => c.AccountKey == account.Id && c.Hash == hash).ExecuteDeleteAsync(ct) == 0)
        {
            await transaction.RollbackAsync(ct);
            return await FailAsync(account);
        }
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        var set =
            await history.WithAsync(
                account.Id, Operation.RecoverAccount, null, () => accounts.ResetPasswordAsync(account, token, password));
        if (!set.Succeeded) return new RecoverOutcome.Invalid(AccountRules.Describe(set.Errors.First()));
        await transaction.CommitAsync(ct);
        ended.LookAgainAt(account.Id);
        await session.OpenAsync(account, remember: false, "recovery code");
        return new RecoverOutcome.Recovered();
    }

    private async Task<RecoverOutcome> FailAsync(Account? account)
    {
        wrong.Add(Address);
        await history.FailedAsync(Operation.RecoverAccount, account, isLockedOut: false);
        return new RecoverOutcome.Wrong();
    }
}
