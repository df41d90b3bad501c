using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What became of a registration.</summary>
public abstract record RegisterOutcome
{
    private RegisterOutcome() { }

    public sealed record Registered(Account Account) : RegisterOutcome;
    public sealed record Invalid(ImmutableArray<AccountProblem> Problems) : RegisterOutcome;
    /// <summary>This site takes nobody on in this way (<see cref="AccountsOptions.Registration"/>).</summary>
    public sealed record Closed : RegisterOutcome;
}

/// <param name="Field"><c>name</c>, <c>email</c> or <c>password</c>.</param>
public sealed record AccountProblem(string Field, string Message);

/// <summary>Makes an account, with a password or with an identity elsewhere; its role is contributor.</summary>
/// <param name="db">The one that Identity's store works on.</param>
[Requires(Operation.Register)]
public sealed class RegisterAccount(
    UserManager<Account> accounts, PortalDb db, HistoryWriter history, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private RegistrationPolicy Policy => options.Value.Registration;

    /// <param name="email">Optional; only the person and administrators see it.</param>
    public async Task<RegisterOutcome> RunAsync(string? name, string? email, string? password, CancellationToken ct)
    {
        if (Policy != RegistrationPolicy.Open) return new RegisterOutcome.Closed();
        if (AccountRules.Check(name, email, password) is { IsEmpty: false } problems) return new RegisterOutcome.Invalid(problems);
        var account = New(name!, email);
        foreach (var rule in accounts.PasswordValidators)
            if (await rule.ValidateAsync(accounts, account, password) is { Succeeded: false } weak) return new RegisterOutcome.Invalid(
                [.. weak.Errors.Select(AccountRules.Describe).Distinct()]);
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password!); // slow on purpose, so not in the transaction
        return await MakeAsync(account, () => accounts.CreateAsync(account), ct);
    }

    /// <param name="login">An identity elsewhere that this person has just shown.</param>
    /// <param name="detail">For the history.</param>
    public async Task<RegisterOutcome> RunAsync(
        string? name, string? email, UserLoginInfo login, CancellationToken ct, string? detail = null)
    {
        if (Policy == RegistrationPolicy.Closed) return new RegisterOutcome.Closed();
        if (AccountRules.Check(name, email) is { IsEmpty: false } problems) return new RegisterOutcome.Invalid(problems);
        var account = New(name!, email);
        return await MakeAsync(account, () => CreateAsync(account, login, ct), ct, detail);
    }

    private Account New(string name, string? email) =>
        new()
        {
            UserName = name.Trim(),
            Email = AccountRules.EmailFrom(email),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            LockoutEnabled = true
        };

    private async Task<RegisterOutcome> MakeAsync(
        Account account, Func<Task<IdentityResult>> create, CancellationToken ct, string? detail = null)
    {
        try
        {
            var made = await history.WithAsync(account.Id, Operation.Register, detail, create);
            return made.Succeeded ? new RegisterOutcome.Registered(account)
                : new RegisterOutcome.Invalid([.. made.Errors.Select(AccountRules.Describe).Distinct()]);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Names are unique in the database; two people who ask at the same moment both pass the check before.
            if (await accounts.FindByNameAsync(account.UserName!) is not null) return new RegisterOutcome.Invalid([AccountRules.NameTaken]);
            throw;
        }
    }

    // In one transaction: an account without a way in would only keep its name from others.
    private async Task<IdentityResult> CreateAsync(Account account, UserLoginInfo login, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var made = await accounts.CreateAsync(account);
        if (made.Succeeded) made = await accounts.AddLoginAsync(account, login);
        if (made.Succeeded) await transaction.CommitAsync(ct);
        return made;
    }
}
