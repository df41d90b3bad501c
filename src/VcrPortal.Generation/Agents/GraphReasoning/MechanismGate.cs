using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// Mechanisms that hold in some cells only, each by the indication that Tahoe-100M's own row names: RAF inhibitors stop the route only
/// where BRAF carries a V600 change (vemurafenib's row: BRAF V600E; in cells without it RAF dimers keep signalling), and adagrasib binds
/// KRAS G12C and no other KRAS.
/// </summary>
public static class MechanismGate
{
    private sealed record Rule(Func<Compound, bool> IsAbout, string Gene, string Change, string Says);

    private static readonly ImmutableArray<Rule> Rules =
    [
        new(c => c.Mechanism == "RAF inhibitor" && c.Targets.Contains("BRAF"), "BRAF", "V600",
            "RAF inhibitors stop the route only where BRAF carries one"),
        new(c => c.Name == "Adagrasib", "KRAS", "G12C", "Adagrasib acts on that change of KRAS only"),
    ];

    /// <summary>Why nothing is followed from this cause in this cell, as a sentence; null when the cause may be followed.</summary>
    public static string? ReasonToStop(Cause cause, Question question)
    {
        if (cause.Compound is not { } compound || Rules.FirstOrDefault(r => r.IsAbout(compound)) is not { } rule
            || !cause.Targets.Any(t => t.Entity == rule.Gene)) return null;
        if (question.AlterationOf(rule.Gene) is { Effect: AlterationEffect.GainOfFunction, Change: { } change }
            && change.StartsWith(rule.Change, StringComparison.Ordinal)) return null;
        return $"{question.Line?.Name ?? "This cell"} has no {rule.Gene} {rule.Change} change listed. {rule.Says}, so nothing is "
            + $"followed beyond the binding of {cause.Actor}.";
    }

    /// <summary>
    /// The target to which this one carries the compound; null where it carries it nowhere. Rapamycin and its kin bind FKBP1A, and the pair
    /// inhibits mTORC1 (WP1471 and WP4674 draw FKBP1A onto it).
    /// </summary>
    public static string? CarriedTo(Cause cause, DirectTarget target) =>
        target is { Entity: "FKBP1A", CarriesEffect: false } && cause.Targets.Any(t => t is { Entity: "MTOR", CarriesEffect: true })
            ? "MTOR" : null;
}
