namespace VcrPortal.Web.Features.Collections;

/// <summary>What became of a change of a collection.</summary>
public abstract record CollectionOutcome
{
    private CollectionOutcome() { }

    /// <param name="Added">How many things were put in.</param>
    public sealed record Kept(int Number, int Added = 0) : CollectionOutcome;
    public sealed record NotAllowed : CollectionOutcome;
    public sealed record NotFound : CollectionOutcome;

    /// <param name="Reason">One sentence that says what to do.</param>
    public sealed record Invalid(string Reason) : CollectionOutcome;
}
