using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;

namespace VcrPortal.Web.Features.Accounts.FirstAdministrator;

/// <summary>What became of the administrator that the configuration names.</summary>
public enum AppointAdminOutcome { NotNamed, ThereIsOne, Appointed, NoSuchAccount, NotTheirs, NotMade }

/// <summary>
/// At the start, while there is no administrator: makes the account that the configuration names the first one. Later changes of role are
/// made by administrators; the name in the configuration then means nothing any more.
/// </summary>
[Requires(Operation.BecomeAdmin)]
public sealed class AppointAdmin(
    UserManager<Account> accounts, HistoryWriter history, BecomeAdmin open, IOptions<AccountsOptions> options, TimeProvider clock)
{
    public async Task<AppointAdminOutcome> RunAsync(CancellationToken ct)
    {
        if (options.Value.Administrator is not { Name: { Length: > 0 } name } named) return AppointAdminOutcome.NotNamed;
        if (!await open.IsOpenAsync(ct)) return AppointAdminOutcome.ThereIsOne;
        if (await accounts.FindByNameAsync(name) is not { } account) return await MakeAsync(name, named.Password);
        // With a password in the configuration the name alone is not enough: a stranger may have taken it first.
        if (named.Password is { Length: > 0 } password
            && !await accounts.CheckPasswordAsync(account, password)) return AppointAdminOutcome.NotTheirs;
        account.Role = PortalRole.Admin;
        return await SaveAsync(account, () => accounts.UpdateAsync(account));
    }

    private async Task<AppointAdminOutcome> MakeAsync(string name, string? password)
    {
        if (string.IsNullOrEmpty(password)) return AppointAdminOutcome.NoSuchAccount;
        var account =
            new Account { UserName = name, Role = PortalRole.Admin, CreatedAt = clock.GetUtcNow().UtcDateTime, LockoutEnabled = true };
        return await SaveAsync(account, () => accounts.CreateAsync(account, password));
    }

    private async Task<AppointAdminOutcome> SaveAsync(Account account, Func<Task<IdentityResult>> change)
    {
        var saved = await history.WithAsync(
            Caller.Server.Key, Operation.BecomeAdmin, HistorySubject.Account(account.Id), "named in the configuration", change);
        return saved.Succeeded ? AppointAdminOutcome.Appointed : AppointAdminOutcome.NotMade;
    }
}
