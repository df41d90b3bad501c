using System.Globalization;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Ui.Claims;

/// <summary>The words of verdicts, in one place: what a biologist reads on cards, in legends, tables and counts.</summary>
public static class VerdictText
{
    public static string Word(this ClaimMark mark) => mark switch
    {
        ClaimMark.Refuted => "Contradicted",
        ClaimMark.Disputed => "Disputed",
        ClaimMark.Supported => "Supported directly",
        ClaimMark.Elsewhere => "Supported elsewhere",
        ClaimMark.Dependent => "Depends on another claim",
        ClaimMark.SameSource => "Not independent: same database",
        ClaimMark.Undetermined => "Not decided",
        ClaimMark.NotTestable => "No test available",
        _ => "Not checked yet",
    };

    /// <summary>One sentence on what the mark means, for legends and details.</summary>
    public static string Meaning(this ClaimMark mark) => mark switch
    {
        ClaimMark.Refuted => "A measurement says otherwise: another direction, another target, or no such change.",
        ClaimMark.Disputed => "An independent source says otherwise; nothing was measured.",
        ClaimMark.Supported => "Independent data on this compound and this molecule, or measured in this cell, agree with the claim.",
        ClaimMark.Elsewhere => "Independent data about other cells or compounds agree with the claim.",
        ClaimMark.Dependent => "Independent data agree or disagree, but they take another claim for granted that is not supported.",
        ClaimMark.SameSource => "The check uses the same database that the claim was written from, so it does not count as support.",
        ClaimMark.Undetermined => "A check exists, but its data is silent on this case. It is not a mark against the claim.",
        ClaimMark.NotTestable => "No test is available for this kind of claim.",
        _ => "The checks have not come to this claim yet.",
    };

    /// <summary>For a card: "2 sources", "elsewhere", "contradicted", "depends on n3".</summary>
    public static string Card(ClaimMark mark, ClaimJudgement judgement) => mark switch
    {
        ClaimMark.Supported => Sources(judgement.Sources),
        ClaimMark.Elsewhere => "elsewhere",
        ClaimMark.Refuted => "contradicted",
        ClaimMark.Disputed => "disputed",
        ClaimMark.Dependent => $"depends on {judgement.RestsOn}",
        ClaimMark.Undetermined => "undecided",
        ClaimMark.SameSource => "not counted",
        ClaimMark.NotTestable => "no test",
        _ => "not checked yet",
    };

    /// <summary>For details: "Supported by 2 sources, in other cells", "Depends on n3, which is not supported".</summary>
    public static string Long(ClaimMark mark, ClaimJudgement judgement) => mark switch
    {
        ClaimMark.Supported => $"Supported by {Sources(judgement.Sources)}, {Nearness(judgement.Strength)}",
        ClaimMark.Elsewhere => $"Supported by {Sources(judgement.Sources)}, {Nearness(judgement.Strength)}",
        ClaimMark.Refuted => judgement.Strength == Strength.Predicted ? "Contradicted by a prediction" : "Contradicted",
        ClaimMark.Disputed => $"Disputed by {Sources(judgement.Sources)}; nothing was measured",
        ClaimMark.Dependent => $"Depends on {judgement.RestsOn}, which is not supported",
        ClaimMark.NotTestable => "No test available for this kind of claim",
        _ => mark.Word(),
    };

    /// <summary>What one verdict weighs, as the small print says it.</summary>
    public static string Weight(Verdict verdict) =>
        verdict.SameSource ? "not counted: the claim was written from this database" : Nearness(verdict.Strength);

    private static string Nearness(Strength? strength) => strength switch
    {
        Strength.MeasuredHere => "measured in this cell",
        Strength.SameCompoundSameMolecule => "on this compound and this molecule",
        Strength.MeasuredElsewhere => "measured in other cells",
        Strength.Predicted => "predicted",
        _ => "curated, in other cells",
    };

    private static string Sources(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "source" : "sources")}");
}
