using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>How far an explanation came: to a measurable end, or why not.</summary>
public enum RouteEnding
{
    Reached,
    /// <summary>The perturbation is not in the installed knowledge, and the record names no target.</summary>
    UnknownPerturbation,
    /// <summary>No target is listed.</summary>
    NoTarget,
    /// <summary>Whether the targets rise or fall is not stated.</summary>
    NoDirection,
    /// <summary>The mechanism holds in other cells only (<see cref="MechanismGate"/>).</summary>
    NotInThisCell,
    /// <summary>The cell has lost every target.</summary>
    TargetLost,
    /// <summary>No signed relation that is followed leaves the targets.</summary>
    TargetUnconnected,
    /// <summary>The cell's own alterations hold or cut the ways on.</summary>
    HeldByTheCell,
    /// <summary>The targets wait for a signal that the record does not give.</summary>
    NothingCallsForIt,
    /// <summary>The sources disagree on the sign of what follows.</summary>
    Disputed,
    /// <summary>What follows is drawn too thinly, or ends in nothing that is measured.</summary>
    TooThin,
}

public static class RouteEndings
{
    public static RouteEnding From(Question question, PropagationResult reached, bool hasEnd)
    {
        if (hasEnd) return RouteEnding.Reached;
        if (question.Causes.All(c => c.Compound is null && c.Targets.IsEmpty)) return RouteEnding.UnknownPerturbation;
        if (question.Causes.All(c => c.Targets.IsEmpty)) return RouteEnding.NoTarget;
        if (reached.Direct.IsEmpty)
            return question.Causes.All(c => c.Polarity == Polarity.Unknown) ? RouteEnding.NoDirection
                : question.Causes.Any(c => MechanismGate.StopOf(c, question) is not null) ? RouteEnding.NotInThisCell
                    : RouteEnding.TargetLost;
        if (!reached.Blocked.IsEmpty) return RouteEnding.HeldByTheCell;
        if (!reached.Idle.IsEmpty) return RouteEnding.NothingCallsForIt;
        if (!reached.Conflicts.IsEmpty) return RouteEnding.Disputed;
        return reached.Reached.Values.All(r => r.Via?.Edge is null) ? RouteEnding.TargetUnconnected : RouteEnding.TooThin;
    }

    /// <summary>Null where the explanation reached an end.</summary>
    public static string? Sentence(this RouteEnding ending)
    {
        var why = ending switch
        {
            RouteEnding.Reached => null,
            RouteEnding.UnknownPerturbation => "the perturbation is not known here",
            RouteEnding.NoTarget => "no target is listed",
            RouteEnding.NoDirection => "whether the targets rise or fall is not stated",
            RouteEnding.NotInThisCell => "the mechanism holds in other cells",
            RouteEnding.TargetLost => "the cell has lost what the perturbation acts on",
            RouteEnding.TargetUnconnected => "no signed relation that is followed here leaves the targets",
            RouteEnding.HeldByTheCell => "the cell's own alterations hold or cut the ways on",
            RouteEnding.NothingCallsForIt => "the target acts only after a signal that is not given here",
            RouteEnding.Disputed => "the sources disagree on what follows",
            _ => "what follows is drawn too thinly to be asserted, or ends in nothing that is measured",
        };
        return why is null ? null
            : $"No sound path leads from here to a measurable end: {why}. So the explanation stops at what can be supported.";
    }
}
