using Microsoft.AspNetCore.Identity;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Accounts.Passkeys;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What somebody shows to prove who they are.</summary>
public abstract record Proof
{
    private Proof() { }

    public sealed record Password(string? Typed) : Proof;
    /// <param name="Credential">The browser's answer, as JSON.</param>
    public sealed record Passkey(string? Credential) : Proof;
}

/// <summary>What a proof was worth.</summary>
public enum ProofOutcome { Proven, Wrong, LockedOut, NotSignedIn }

/// <summary>Somebody who is signed in proves again who they are. Wrong passwords count towards the lock, as at sign-in.</summary>
[Requires(Operation.SignIn)]
public sealed class ProvePerson(
    UserManager<Account> accounts, CheckPassword check, AcceptPasskey passkeys, Session session, HistoryWriter history)
{
    /// <summary>The session keeps the proof for <see cref="RecentProof.Lasts"/>.</summary>
    public async Task<ProofOutcome> RunAsync(Proof proof, Caller caller)
    {
        if (!caller.IsSignedIn || await accounts.FindByIdAsync(caller.Key) is not { } account) return ProofOutcome.NotSignedIn;
        var outcome = await JudgeAsync(proof, account);
        if (outcome == ProofOutcome.Proven) await session.ProveAsync(account);
        else await history.FailedAsync(Operation.SignIn, account, outcome == ProofOutcome.LockedOut);
        return outcome;
    }

    /// <summary>Whether this proves that it is this account's person; changes no session.</summary>
    internal async Task<ProofOutcome> JudgeAsync(Proof proof, Account account) => proof switch
    {
        Proof.Password(var typed) => await check.RunAsync(account, typed),
        Proof.Passkey(var credential) =>
            (await passkeys.RunAsync(credential))?.Id == account.Id ? ProofOutcome.Proven : ProofOutcome.Wrong,
        _ => ProofOutcome.Wrong,
    };
}
