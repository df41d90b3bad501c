namespace VcrPortal.Web.Features.Collections;

/// <summary>Why a collection was not changed, as one sentence that says what to do.</summary>
internal static class CollectionText
{
    public static string? For(CollectionOutcome outcome) => outcome switch
    {
        CollectionOutcome.Kept => null,
        CollectionOutcome.Invalid(var reason) => reason,
        CollectionOutcome.NotAllowed => "Only its owner, and the members of the team that owns it, may change a collection.",
        _ => "It is not there any more. Load the page again.",
    };

    public static string Counted(int things) => things == 1 ? "1 thing" : FormattableString.Invariant($"{things} things");
}
