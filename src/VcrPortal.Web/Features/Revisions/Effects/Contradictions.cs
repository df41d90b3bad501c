using System.Collections.Immutable;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Revisions.Diff;

namespace VcrPortal.Web.Features.Revisions.Effects;

/// <summary>Words about claims that go the other way now: reasons in the graph and sentences of the report. Pure.</summary>
internal static class Contradictions
{
    private const string Because = "via";

    /// <summary>A reason names what it rests on: “MAPK1 activates it”. Where one of the two was turned, the other is asked.</summary>
    public static IEnumerable<SideEffect> InReasons(ActionGraph after, IReadOnlyCollection<ActionNode> flipped)
    {
        if (flipped.Count == 0) yield break;
        var signed = after.Actions.Where(a => a.OutputSign != 0 && a.Id is not null).ToList();
        foreach (var action in signed)
        {
            if (action.Text(Because) is not { Length: > 0 } reason) continue;
            var isTurned = flipped.Contains(action);
            foreach (var cause in isTurned ? signed : flipped)
            {
                if (cause == action || Outputs(cause) is not [var name] || DirectionWords.SignOf(name, reason) is not (not 0 and var sign)
                    || cause.OutputSign * sign == action.OutputSign) continue;
                yield return new SideEffect.ReasonContradicts(
                    action.Id!.Value, $"{SideEffects.Name(action)} {SideEffects.Goes(action)}, and its reason says “{reason}”, while "
                    + $"{SideEffects.Name(cause)} {SideEffects.Goes(cause)}.");
                break;
            }
        }
    }

    /// <param name="gone">Claims that are in the graph no more.</param>
    public static IEnumerable<SideEffect> InReport(
        IReadOnlyCollection<ActionNode> flipped, IReadOnlyCollection<ActionNode> gone, string report)
    {
        if (flipped.Count + gone.Count == 0) yield break;
        foreach (var (section, text) in ReportSentence.Of(report))
        {
            if (flipped.FirstOrDefault(claim => SaysOtherwise(text, claim)) is { } turned) yield return new SideEffect.ReportContradicts(
                section, text, $"The report contradicts {SideEffects.Name(turned)}, which now {SideEffects.Goes(turned)}:");
            else if (gone.FirstOrDefault(claim => text.Contains($"[{claim.Id}]", StringComparison.Ordinal)) is { } left)
                yield return new SideEffect.ReportContradicts(
                    section, text, $"The report still tells of {SideEffects.Name(left)}, which is gone:");
        }
    }

    private static bool SaysOtherwise(string sentence, ActionNode claim) =>
        Outputs(claim).Append(claim.Id!.Value.Value).Any(name => DirectionWords.SignOf(name, sentence) == -claim.OutputSign);

    /// <summary>What it says rises or falls, by name.</summary>
    private static ImmutableArray<string> Outputs(ActionNode action) =>
        action.Primitive?.Output is { } output ? action[output.Argument]?.Texts ?? [] : [];
}
