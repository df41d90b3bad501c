namespace VcrPortal.Web.Features.Moderation;

/// <summary>What became of a flag, or of a decision on one.</summary>
public abstract record FlagOutcome
{
    private FlagOutcome() { }

    public sealed record Flagged(int Number) : FlagOutcome;
    public sealed record Decided(FlagState State) : FlagOutcome;
    /// <param name="Reason">One sentence that says what to do; nothing was written.</param>
    public sealed record Invalid(string Reason) : FlagOutcome;
    public sealed record NotAllowed : FlagOutcome;
    public sealed record NotFound : FlagOutcome;
}
