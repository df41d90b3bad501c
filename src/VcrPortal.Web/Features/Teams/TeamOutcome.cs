namespace VcrPortal.Web.Features.Teams;

/// <summary>What became of a change of a team.</summary>
public abstract record TeamOutcome
{
    private TeamOutcome() { }

    /// <param name="Name">The name of the team.</param>
    public sealed record Done(string Name) : TeamOutcome;
    public sealed record NotAllowed : TeamOutcome;
    public sealed record NotFound : TeamOutcome;

    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Invalid(string Reason) : TeamOutcome;
}
