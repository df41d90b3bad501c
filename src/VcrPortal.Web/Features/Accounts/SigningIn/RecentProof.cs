using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What stands between somebody and a change to how they sign in.</summary>
public enum Gate { Open, NotAllowed, NeedsProof }

/// <summary>A browser that was left open must not be enough to take an account over: what decides who may sign in asks for a fresh proof of
/// who it is.</summary>
public static class RecentProof
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>A proof from a time that has not come yet was given before the clock was set back: it is as old as that is far.</summary>
    public static bool IsFresh(this Caller caller, TimeProvider clock) =>
        caller.ProvedAt is { } at && (clock.GetUtcNow() - at).Duration() < Lasts;

    public static Gate GateTo(this Caller caller, Operation operation, TimeProvider clock) =>
        !caller.IsSignedIn || !caller.May(operation) ? Gate.NotAllowed : caller.IsFresh(clock) ? Gate.Open : Gate.NeedsProof;
}
