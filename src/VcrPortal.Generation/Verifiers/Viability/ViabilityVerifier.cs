using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.IndependentEvidence;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Verifiers.Evidence;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Generation.Verifiers.Viability;

/// <summary>
/// Judges what a drug does to the growth of this line by the GI50 that the NCI-60 panel measured: the one check that looks at this drug in
/// this cell. Growth that is not held back refutes a loss of proliferation, and the death of the cells; growth that is held back supports
/// the loss, and says nothing of death, for GI50 does not tell standstill from death.
/// </summary>
public sealed class ViabilityVerifier(PackEvidence evidence) : PackVerifier(evidence, PackFiles.Nci60Growth)
{
    /// <summary>-log10 of 5 µM, the highest dose of the atlas: halved below it, growth is held back there.</summary>
    public const double HeldBackFrom = 5.3;

    /// <summary>-log10 of 10 µM: where not even the most sensitive experiment halves growth below it, growth goes on.</summary>
    public const double GoesOnBelow = 5;

    public static VerifierRegistration Registration { get; } = new(data => new ViabilityVerifier(data.Evidence), new DecisionTable(
        "Viability", "cell proliferation, survival and death under one drug in a line of the NCI-60 panel",
        "proliferation falls: GI50 of 5 µM or less (the atlas's highest dose)", "no experiment has a GI50 below 10 µM",
        "not measured; between; GI50 that agrees with a claim of death, which it does not tell from standstill"));

    private static readonly ImmutableHashSet<string> Growth =
        [NameFolding.Fold("cell proliferation"), NameFolding.Fold("cell survival and proliferation"), NameFolding.Fold("cell growth")];

    private static readonly ImmutableHashSet<string> Survival = [NameFolding.Fold("cell survival")];

    private static readonly ImmutableHashSet<string> Death = [NameFolding.Fold("apoptosis"), NameFolding.Fold("cell death")];

    public override string Name => "Viability";

    private protected override IEnumerable<Verdict> Judge(VerificationRequest request)
    {
        if (request.Question.Causes is not [{ IsGeneEdit: false } cause]
            || (request.Graph.Context?.Text("cell_type") ?? request.Question.Line?.Name) is not { } line) yield break;
        foreach (var action in request.Graph.Actions)
        {
            if (action is not { Kind: ClaimKind.Phenotype, Id: { } id }
                || action.Text("phenotype") is not { } phenotype
                    || Claimed(NameFolding.Fold(phenotype), action.OutputSign > 0) is not { } claimed) continue;
            foreach (var verdict in Say(
                request, new(id), action, [.. Found(cause.Actor, line, phenotype, claimed)],
                $"The NCI-60 panel did not measure {cause.Actor} in {line}.")) yield return verdict;
        }
    }

    /// <summary>Whether the claim says that growth is held back, and whether GI50 can support it; null for what GI50 says nothing
    /// of.</summary>
    private static (bool HeldBack, bool IsGrowth)? Claimed(string phenotype, bool rises)
    {
        if (Growth.Contains(phenotype)) return (!rises, true);
        if (Survival.Contains(phenotype)) return (!rises, false);
        return Death.Contains(phenotype) ? (rises, false) : null;
    }

    private IEnumerable<Finding> Found(string drug, string line, string phenotype, (bool HeldBack, bool IsGrowth) claimed)
    {
        var measured = Evidence.Pack.Lines.Growth(drug, line);
        if (measured.IsEmpty) yield break;
        ImmutableArray<EvidenceRow> rows = [.. measured.Select(RowOf)];
        var heldBack = measured.All(m => m.PGi50 >= HeldBackFrom);
        var goesOn = measured.All(m => m.Highest < GoesOnBelow);
        var (kind, reason) = (claimed, heldBack, goesOn) switch
        {
            ({ HeldBack: true, IsGrowth: true }, true, _) =>
                (VerdictKind.Supported, $"{drug} halves the growth of {line} at 5 µM or less."),
            ({ HeldBack: true }, true, _) =>
                (VerdictKind.Undetermined, $"{drug} halves the growth of {line}; GI50 does not tell whether the cells die."),
            ({ HeldBack: true }, _, true) =>
                (VerdictKind.Refuted, $"{line} grows on under 10 µM of {drug}, against the claim about {phenotype}."),
            ({ HeldBack: false, IsGrowth: true }, true, _) =>
                (VerdictKind.Refuted, $"{drug} halves the growth of {line}, against the claim about {phenotype}."),
            _ => (VerdictKind.Undetermined, $"The GI50 of {drug} in {line} lies between what holds growth back and what does not."),
        };
        yield return new(
            kind, reason, rows, Strength.MeasuredHere, null, "GI50 held back 5 µM, goes on 10 µM", measured.Average(m => m.PGi50));
    }

    private static EvidenceRow RowOf(GrowthInhibition m) => new(
        EvidenceSource.Nci60,
        string.Create(CultureInfo.InvariantCulture, $"{m.Drug} in {m.Line}: GI50 {m.Gi50Micromolar:0.###} µM, mean of {m.Experiments}; ")
        + string.Create(CultureInfo.InvariantCulture, $"panel median {Math.Pow(10, 6 - m.PanelMedian):0.###} µM"),
        $"NSC:{m.Nsc}");
}
