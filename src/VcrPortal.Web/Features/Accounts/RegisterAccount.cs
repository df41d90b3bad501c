using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace VcrPortal.Web.Features.Accounts;

/// <summary>What became of a registration.</summary>
public abstract record RegisterOutcome
{
    private RegisterOutcome() { }

    public sealed record Registered(Account Account) : RegisterOutcome;
    public sealed record Invalid(ImmutableArray<AccountProblem> Problems) : RegisterOutcome;
}

/// <param name="Field"><c>name</c>, <c>email</c> or <c>password</c>.</param>
public sealed record AccountProblem(string Field, string Message);

/// <summary>Makes a local account; its role is contributor.</summary>
public sealed class RegisterAccount(UserManager<Account> accounts, TimeProvider clock)
{
    /// <param name="email">Optional; only the person and administrators see it.</param>
    public async Task<RegisterOutcome> RunAsync(string? name, string? email, string? password, CancellationToken ct)
    {
        if (AccountRules.Check(name, email, password) is { IsEmpty: false } problems) return new RegisterOutcome.Invalid(problems);
        var account = new Account { UserName = name!.Trim(), Email = AccountRules.EmailFrom(email), CreatedAt = clock.GetUtcNow().UtcDateTime, LockoutEnabled = true };
        if (account.Email is not null && await accounts.FindByEmailAsync(account.Email) is not null) return new RegisterOutcome.Invalid([AccountRules.EmailTaken]);
        try
        {
            var made = await accounts.CreateAsync(account, password!);
            return made.Succeeded ? new RegisterOutcome.Registered(account) : new RegisterOutcome.Invalid([.. made.Errors.Select(AccountRules.Describe).Distinct()]);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Both names are unique in the database; two people who ask at the same moment both pass the checks above.
            if (await accounts.FindByNameAsync(account.UserName) is not null) return new RegisterOutcome.Invalid([AccountRules.NameTaken]);
            if (account.Email is not null && await accounts.FindByEmailAsync(account.Email) is not null) return new RegisterOutcome.Invalid([AccountRules.EmailTaken]);
            throw;
        }
    }
}
