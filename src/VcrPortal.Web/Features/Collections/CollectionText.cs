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

    /// <summary>How many its reader sees, and why others may see another number.</summary>
    public static string Counted(CollectionView view) => Counted(view.Items.Length)
        + (view.Private > 0 ? $", {view.Private} of them private: other readers do not see {(view.Private == 1 ? "it" : "them")}" : "")
        + (view.HeldBack > 0 ? $"; {view.HeldBack} more {(view.HeldBack == 1 ? "waits" : "wait")} for your judgement" : "");

    public static string Counted(int items) => items == 1 ? "1 item" : FormattableString.Invariant($"{items} items");
}
