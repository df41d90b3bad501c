using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Agents.GraphReasoning;

/// <summary>
/// Mechanisms that hold in some cells only, each by the indication that Tahoe-100M's own row names: RAF inhibitors stop the route only
/// where BRAF carries a V600 change (vemurafenib's row: BRAF V600E; in cells without it RAF dimers keep signalling), and adagrasib binds
/// KRAS G12C and no other KRAS. Of a compound that hits RAF among others (regorafenib) the way through RAF stops alone.
/// </summary>
public static class MechanismGate
{
    private sealed record Rule(
        Func<Compound, bool> IsAbout, string Gene, string Change, ImmutableHashSet<string> Stopped, string Says);

    private static readonly ImmutableHashSet<string> Rafs = ["ARAF", "BRAF", "RAF1"];

    private static readonly ImmutableArray<Rule> Rules =
    [
        new(c => c.Polarity == Polarity.Inhibits && c.Targets.Contains("BRAF"), "BRAF", "V600", Rafs,
            "RAF inhibitors stop the route only where BRAF carries one"),
        new(c => c.Name == "Adagrasib", "KRAS", "G12C", ["KRAS"], "Adagrasib acts on that change of KRAS only"),
    ];

    /// <param name="Targets">The targets from which nothing is followed.</param>
    /// <param name="Reason">The reason, as a sentence.</param>
    public sealed record Stop(ImmutableHashSet<string> Targets, string Reason);

    /// <summary>The targets from which an effect is followed in this cell.</summary>
    public static IEnumerable<DirectTarget> Followed(Cause cause, Question question)
    {
        var stopped = StopOf(cause, question)?.Targets ?? [];
        return cause.Targets.Where(t => t.CarriesEffect && !stopped.Contains(t.Entity));
    }

    /// <summary>What is not followed from this cause in this cell; null when all of it may be.</summary>
    public static Stop? StopOf(Cause cause, Question question)
    {
        if (cause.Compound is not { } compound || Rules.FirstOrDefault(r => r.IsAbout(compound)) is not { } rule
            || !cause.Targets.Any(t => t.Entity == rule.Gene)) return null;
        if (question.AlterationOf(rule.Gene) is { Effect: AlterationEffect.GainOfFunction, Change: { } change }
            && change.StartsWith(rule.Change, StringComparison.Ordinal)) return null;
        var whole = cause.Targets.Where(t => t.CarriesEffect).All(t => rule.Stopped.Contains(t.Entity));
        return new(
            rule.Stopped,
            $"{question.Line?.Name ?? "This cell"} has no {rule.Gene} {rule.Change} change listed. {rule.Says}, so nothing is "
            + (whole ? $"followed beyond the binding of {cause.Actor}." : $"followed through the RAF that {cause.Actor} hits."));
    }

    /// <summary>
    /// The targets to which this one carries the compound; none where it carries it nowhere. Rapamycin and its kin bind FKBP1A, and the
    /// pair inhibits mTORC1 (WP1471 and WP4674 draw FKBP1A onto it); others have a reviewed exception that says so.
    /// </summary>
    public static ImmutableArray<string> CarriedTo(Cause cause, DirectTarget target) =>
        target is { Entity: "FKBP1A", CarriesEffect: false } && cause.Targets.Any(t => t is { Entity: "MTOR", CarriesEffect: true })
            ? ["MTOR"] : target.CarriesTo;
}
