using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Passkeys;

/// <summary>Signs a person in by a passkey. A lock after wrong passwords does not hold it back: a passkey cannot be guessed, and its person
/// is not to be kept out by a guesser.</summary>
[Requires(Operation.SignIn)]
public sealed class SignInWithPasskey(AcceptPasskey accept, Session session, HistoryWriter history)
{
    public async Task<SignInOutcome> RunAsync(string? credential, bool remember)
    {
        if (await accept.RunAsync(credential) is not { } account)
        {
            await history.FailedAsync(Operation.SignIn, null, isLockedOut: false);
            return new SignInOutcome.Wrong();
        }
        await session.OpenAsync(account, remember, "passkey");
        return new SignInOutcome.SignedIn();
    }
}
