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

    /// <inheritdoc cref="SideEffects.InReport"/>
    public static IEnumerable<SideEffect.ReportContradicts> InReport(ImmutableArray<ToldReport> reports, ActionGraph now)
    {
        var turns = reports.Select(r => new Lazy<GraphTurn>(() => GraphTurn.Between(r.Of, now))).ToList();
        var earlier = reports.Take(reports.Length - 1).Select(r => ReportSentence.From(r.Text).Select(s => s.Text).ToHashSet()).ToList();
        foreach (var sentence in ReportSentence.From(reports[^1].Text))
        {
            var since = reports.Length - 1;
            while (since > 0 && earlier[since - 1].Contains(sentence.Text)) since--;
            if (Find(sentence, turns[since].Value) is { } found) yield return found;
        }
    }

    private static SideEffect.ReportContradicts? Find(ReportSentence sentence, GraphTurn turn)
    {
        var (section, text) = sentence;
        if (turn.Flipped.FirstOrDefault(claim => SaysOtherwise(text, claim)) is { } turned) return new(
            section, text, $"The report contradicts {SideEffects.Name(turned)}, which {SideEffects.Goes(turned)} in the graph:");
        return turn.Gone.FirstOrDefault(claim => text.Contains($"[{claim.Id}]", StringComparison.Ordinal)) is { } left
            ? new(section, text, $"The report tells of {SideEffects.Name(left)}, which the graph does not have:")
            : null;
    }

    private static bool SaysOtherwise(string sentence, ActionNode claim) =>
        Outputs(claim).Append(claim.Id!.Value.Value).Any(name => DirectionWords.SignOf(name, sentence) == -claim.OutputSign);

    /// <summary>What it says rises or falls, by name.</summary>
    private static ImmutableArray<string> Outputs(ActionNode action) =>
        action.Primitive?.Output is { } output ? action[output.Argument]?.Texts ?? [] : [];
}
