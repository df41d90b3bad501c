using VcrPortal.Generation.Pipeline.Refinement;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Web.Features.Jobs.Refining;

/// <summary>The trail of a refinement in the words of its page.</summary>
internal static class RefinementText
{
    public static string Place(EditAddress address) =>
        $"{(address.Space() == EditSpace.Hypothesis ? "hypothesis" : "realisation")}, {Words(address)}";

    public static string Name(Claim claim) => claim switch
    {
        { EdgeTarget: { } target } => $"{claim.Action} to {target}",
        { Member: { } member } => $"{claim.Action}, {member}",
        _ => claim.Action.Value,
    };

    public static string Standing(RefinementStep step) =>
        $"Contradicted {Change(step.Before.Refuted, step.After.Refuted)}, disputed {Change(step.Before.Disputed, step.After.Disputed)}, "
        + $"supported {Change(step.Before.Supported, step.After.Supported)}, "
        + $"judged {Change(step.Before.Judged, step.After.Judged)}, faults of form {Change(step.Before.Faults, step.After.Faults)}"
        + (step.Before.Opposed + step.After.Opposed == 0 ? "." : $", opposed {Change(step.Before.Opposed, step.After.Opposed)}.")
        + (step.IsKept && step.Withdrawn > 0 ? $" {step.Withdrawn} judged claim{(step.Withdrawn == 1 ? "" : "s")} withdrawn." : "");

    /// <param name="kind">Null where the claim is not made.</param>
    public static string Word(JudgementKind? kind) => kind switch
    {
        null => "not claimed",
        JudgementKind.Supported => "supported",
        JudgementKind.Refuted => "contradicted",
        JudgementKind.Disputed => "disputed",
        JudgementKind.Dependent => "rests on another claim",
        JudgementKind.SameSource => "same source",
        JudgementKind.Undetermined => "not decided",
        _ => "no test",
    };

    private static string Change(int before, int after) => before == after ? $"{before}" : $"{before} to {after}";

    private static string Words(EditAddress address) => address switch
    {
        EditAddress.TargetChoice => "choice of target",
        EditAddress.Direction => "direction",
        EditAddress.Edge => "link",
        EditAddress.ExpressionClaim => "genes that change",
        EditAddress.ContextParsing => "cell and its alterations",
        EditAddress.EntityGrounding => "name",
        EditAddress.Citation => "citation",
        _ => "form of an argument",
    };
}
