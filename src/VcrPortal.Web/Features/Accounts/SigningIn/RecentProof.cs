using VcrPortal.Web.Access;

namespace VcrPortal.Web.Features.Accounts.SigningIn;

/// <summary>What stands between somebody and a change to how they sign in.</summary>
public enum Gate { Open, NotAllowed, NeedsProof }

/// <summary>A browser that was left open must not be enough to take an account over: what decides who may sign in asks for a fresh proof of
/// who it is.</summary>
public static class RecentProof
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static bool IsFresh(this Caller caller, TimeProvider clock) => caller.ProvedAt is { } at && clock.GetUtcNow() - at < Lasts;

    public static Gate GateTo(this Caller caller, Operation operation, TimeProvider clock) =>
        !caller.IsSignedIn || !caller.May(operation) ? Gate.NotAllowed : caller.IsFresh(clock) ? Gate.Open : Gate.NeedsProof;
}
