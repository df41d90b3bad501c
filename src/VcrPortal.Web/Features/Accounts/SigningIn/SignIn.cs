using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What became of a sign-in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome() { }

    public sealed record SignedIn : SignInOutcome;
    /// <summary>Name or password: which one is not said.</summary>
    public sealed record Wrong : SignInOutcome;
    /// <summary>Too many wrong passwords.</summary>
    public sealed record LockedOut : SignInOutcome;
}

/// <summary>Signs a person in by name or e-mail address and password; the answer carries the cookie.</summary>
[Requires(Operation.SignIn)]
public sealed class SignIn(SignInManager<Account> signIn, Session session, HistoryWriter history)
{
    public async Task<SignInOutcome> RunAsync(string? name, string? password, bool remember)
    {
        var account = await signIn.UserManager.FindAsync(name);
        if (account is null || password is null or { Length: 0 or > AccountRules.PasswordMost })
        {
            // As slow as a wrong password, so that the time does not tell whether there is such an account.
            signIn.UserManager.PasswordHasher.HashPassword(new Account(), "nobody");
            await history.FailedAsync(Operation.SignIn, account, isLockedOut: false);
            return new SignInOutcome.Wrong();
        }
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded) await history.FailedAsync(Operation.SignIn, account, result.IsLockedOut);
        if (!result.Succeeded) return result.IsLockedOut ? new SignInOutcome.LockedOut() : new SignInOutcome.Wrong();
        await session.OpenAsync(account, remember, "password");
        return new SignInOutcome.SignedIn();
    }
}
