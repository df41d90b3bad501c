using VcrPortal.Web.Features.Accounts.SigningIn;

namespace VcrPortal.Web.Features.Accounts.Profile;

/// <summary>What became of a change to one's own account.</summary>
public abstract record AccountChange
{
    private AccountChange() { }

    public sealed record Done : AccountChange;
    /// <summary>Nobody is signed in any more, or not as somebody who may.</summary>
    public sealed record NotAllowed : AccountChange;
    /// <summary>The last proof of who it is lies too far back (<see cref="RecentProof"/>).</summary>
    public sealed record NeedsProof : AccountChange;
    /// <param name="Message">For the person.</param>
    /// <param name="Field">The field of the form, where it is about one.</param>
    public sealed record Refused(string Message, string? Field = null) : AccountChange;

    internal static AccountChange AtTheSameMoment { get; } = new Refused("Your account was changed at the same moment. Try once more.");

    internal static AccountChange? Stopped(Gate gate) =>
        gate switch { Gate.NotAllowed => new NotAllowed(), Gate.NeedsProof => new NeedsProof(), _ => null };
}
