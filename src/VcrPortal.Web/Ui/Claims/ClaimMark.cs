using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>
/// What a claim is shown as: the strongest of its verdicts, in this order. A same-source verdict never reads as support: it is a mark of
/// its own, and anything independent outweighs it.
/// </summary>
public enum ClaimMark { Pending, NotTestable, Undetermined, SameSource, Supported, Refuted }

/// <summary>From verdicts to the one mark, its words and its colours.</summary>
public static class ClaimMarks
{
    /// <summary>The fixed order of every counts and legend.</summary>
    public static IReadOnlyList<ClaimMark> InOrder { get; } =
        [ClaimMark.Supported, ClaimMark.Refuted, ClaimMark.Undetermined, ClaimMark.NotTestable, ClaimMark.SameSource];

    public static ClaimMark From(Verdict verdict) => verdict switch
    {
        { Kind: VerdictKind.NotTestable } => ClaimMark.NotTestable,
        { Kind: VerdictKind.Undetermined } => ClaimMark.Undetermined,
        { SameSource: true } => ClaimMark.SameSource,
        { Kind: VerdictKind.Refuted } => ClaimMark.Refuted,
        _ => ClaimMark.Supported,
    };

    public static ClaimMark From(IEnumerable<Verdict> verdicts)
    {
        var strongest = ClaimMark.Pending;
        foreach (var verdict in verdicts)
            if (From(verdict) is var mark && mark > strongest) strongest = mark;
        return strongest;
    }

    public static string Word(this ClaimMark mark) => mark switch
    {
        ClaimMark.Refuted => "Refuted",
        ClaimMark.Supported => "Supported",
        ClaimMark.SameSource => "Same source",
        ClaimMark.Undetermined => "Undetermined",
        ClaimMark.NotTestable => "Not testable",
        _ => "Not checked yet",
    };

    /// <summary>One sentence on what the mark means, for legends and details.</summary>
    public static string Meaning(this ClaimMark mark) => mark switch
    {
        ClaimMark.Refuted => "The data say otherwise: another direction, another target, or no such change.",
        ClaimMark.Supported => "Independent data agree with the claim in this cell, in this direction.",
        ClaimMark.SameSource => "The check uses the same source that the claim was written from, so it does not count as support.",
        ClaimMark.Undetermined => "A check exists, but there is no row for this case. It is not a mark against the claim.",
        ClaimMark.NotTestable => "No check can judge this kind of claim yet.",
        _ => "The checks have not come to this claim yet.",
    };

    public static string CssClass(this ClaimMark mark) => mark switch
    {
        ClaimMark.Refuted => "v-refuted",
        ClaimMark.Supported => "v-supported",
        ClaimMark.SameSource => "v-samesource",
        ClaimMark.Undetermined => "v-undetermined",
        ClaimMark.NotTestable => "v-nottestable",
        _ => "v-pending",
    };
}
