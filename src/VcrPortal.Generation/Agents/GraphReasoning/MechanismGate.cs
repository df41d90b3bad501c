using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// Mechanisms that hold in some cells only. One rule so far: RAF inhibitors stop the route only where BRAF carries a V600 change
/// (Tahoe-100M's row for vemurafenib names BRAF V600E as its indication; in cells without it RAF dimers keep signalling).
/// </summary>
public static class MechanismGate
{
    /// <summary>Why nothing is followed from this cause in this cell, as a sentence; null when the cause may be followed.</summary>
    public static string? ReasonToStop(Cause cause, Question question)
    {
        if (cause.Compound is not { Mechanism: "RAF inhibitor" } || !cause.Targets.Any(t => t.Entity == "BRAF")) return null;
        var braf = question.AlterationOf("BRAF");
        if (braf is { Effect: AlterationEffect.GainOfFunction, Change: { } change } && change.StartsWith("V600", StringComparison.Ordinal)) return null;
        var cell = question.Line?.Name ?? "This cell";
        return $"{cell} has no BRAF V600 change listed. RAF inhibitors stop the route only where BRAF carries one, so nothing is followed beyond the binding of {cause.Actor}.";
    }
}
