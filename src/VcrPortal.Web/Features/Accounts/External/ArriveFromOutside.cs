using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.External;

/// <summary>What became of somebody whom another site has sent.</summary>
public abstract record ArrivalOutcome
{
    private ArrivalOutcome() { }

    public sealed record SignedIn : ArrivalOutcome;
    /// <summary>No account has this identity yet; it may make one. None is looked for by its e-mail address: a site's word on that is not
    /// proof enough to hand over an account.</summary>
    public sealed record Unknown(ExternalIdentity Identity) : ArrivalOutcome;
    /// <summary>No site has sent anybody, or too long ago.</summary>
    public sealed record Nobody : ArrivalOutcome;
}

/// <summary>Takes another site's word for who somebody is: signs them in, makes their account, or counts it as a fresh proof.</summary>
[Requires(Operation.SignIn)]
public sealed class ArriveFromOutside(SignInManager<Account> signIn, RegisterAccount register, Session session)
{
    public async Task<ArrivalOutcome> SignInAsync()
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } info) return new ArrivalOutcome.Nobody();
        if (await signIn.UserManager.FindByLoginAsync(
            info.LoginProvider, info.ProviderKey) is not { } account) return new ArrivalOutcome.Unknown(ExternalIdentity.From(info));
        await OpenAsync(account, info.LoginProvider);
        return new ArrivalOutcome.SignedIn();
    }

    /// <param name="email">The address as the person wants it here; empty for none.</param>
    /// <returns>Null when no site has sent anybody, or too long ago.</returns>
    public async Task<RegisterOutcome?> RegisterAsync(string? name, string? email, CancellationToken ct)
    {
        if (await signIn.GetExternalLoginInfoAsync() is not { } info) return null;
        var identity = ExternalIdentity.From(info);
        var outcome = await register.RunAsync(name, email, identity.ToLogin(), ct, identity.Detail);
        if (outcome is RegisterOutcome.Registered(var account)) await OpenAsync(account, info.LoginProvider);
        return outcome;
    }

    /// <summary>Only an identity that is linked to the account of whoever is signed in, on a way that they began, proves
    /// anything.</summary>
    public async Task<ProofOutcome> ProveAsync(Caller caller)
    {
        if (!caller.IsSignedIn) return ProofOutcome.NotSignedIn;
        if (await signIn.GetExternalLoginInfoAsync(caller.Key) is not { } info) return ProofOutcome.Wrong;
        await signIn.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (await signIn.UserManager.FindByLoginAsync(info.LoginProvider, info.ProviderKey) is not { } account
            || account.Id != caller.Key) return ProofOutcome.Wrong;
        await session.ProveAsync(account);
        return ProofOutcome.Proven;
    }

    private async Task OpenAsync(Account account, string provider)
    {
        await signIn.Context.SignOutAsync(IdentityConstants.ExternalScheme);
        await session.OpenAsync(account, remember: false, "identity elsewhere");
    }
}
