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
public sealed class SignIn(UserManager<Account> accounts, CheckPassword check, Session session, HistoryWriter history)
{
    public async Task<SignInOutcome> RunAsync(string? name, string? password, bool remember)
    {
        var account = await accounts.FindAsync(name);
        var outcome = await check.RunAsync(account, password);
        if (account is null || outcome != ProofOutcome.Proven)
        {
            await history.FailedAsync(Operation.SignIn, account, outcome == ProofOutcome.LockedOut);
            return outcome == ProofOutcome.LockedOut ? new SignInOutcome.LockedOut() : new SignInOutcome.Wrong();
        }
        await session.OpenAsync(account, remember, "password");
        return new SignInOutcome.SignedIn();
    }
}
