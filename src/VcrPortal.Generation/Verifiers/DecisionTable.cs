using System.Collections.Immutable;
using VcrPortal.Generation.Verifiers.Evidence;

namespace VcrPortal.Generation.Verifiers;

/// <summary>How one verifier decides, in words: the product shows these, and docs/knowledge.md has the same. Code is set in
/// backticks.</summary>
/// <param name="Judges">Which claims; null where the name says it.</param>
public sealed record DecisionTable(string Verifier, string? Judges, string Supported, string Refuted, string Undetermined)
{
    public static ImmutableArray<DecisionTable> All { get; } =
    [
        new("DTI", "`binds_to`",
            "a known target, from a source that the engine did not use (Tahoe-100M; PrimeKG's target relation; a binding; "
            + "that a compound acts on a protein is not enough); or predicted with a probability of at least 0.5",
            "predicted below 0.5", "no row and no predictor"),
        new("DE, measured", "each gene of `regulates_expression`", "padj < 0.05, same direction, abs(log2FC) >= 1.5",
            "padj < 0.05, opposite direction, abs(log2FC) >= 1.5",
            "not tested; not significant; significant and smaller. By `paper-text`: not significant is refuted, smaller counts by its "
            + "direction"),
        new("DE, labelled", null, "the direction agrees", "it disagrees",
            "not there; changed without direction; not changed (by `paper-text`: refuted)"),
        new("DE, predicted", null, "as measured", "never", "all else"),
        new("Genotype", null, "same gene and effect in the driver table", "opposite effect, or no alteration of the gene",
            "altered to unknown effect; line not in the table"),
        new("Regulon", "each gene, by a transcription factor",
            "the sign in DoRothEA times the factor's own direction in the graph gives the claimed direction; rests on the factor's claim",
            "never; disputed: it gives the other one, at confidence A or B",
            "gene not in the regulon; weaker confidence; members of a family disagree; the graph does not say which way the factor goes"),
        new("PTM", "`post_translational_modification`",
            "an enzyme of that site in SIGNOR goes the way that the claim needs; rests on the enzyme's claim",
            "never; disputed: it goes the other way", "site not listed; no such enzyme in the graph; enzymes that pull both ways"),
        new("Stability", "`degrades_or_stabilises`", "SIGNOR has the regulator change the amount that way",
            "never; disputed: the other way",
            "pair not listed, or listed both ways"),
        new("Pathway", "`participates_in`, `modulates_complex`", "drawn in that pathway; every member counted to that complex by FamPlex",
            "never", "not listed: no list is complete"),
        new("Pathway", "`modulates_pathway_activity`", "never", "never", "always: membership says nothing of direction"),
        new("Localisation", "`localises_to`", "the protein has been seen in both compartments", "never",
            "seen in one or none: no list of places is complete"),
        new("Phenotype", "`induces_phenotype`, `alleviates_phenotype`",
            "measured under this perturbation in this cell, the same way; else, for an induced phenotype, a gene whose loss the graph "
            + "starts from is listed with it",
            "measured, the other way",
            "not measured; measured without change; measurements that disagree; any other association, which has no direction"),
        new("Sign coherence", "causal edges", "the sources give the pair the claimed sign", "never; disputed: the opposite sign",
            "silent pair, or sources that disagree"),
        .. EvidenceVerifiers.Tables,
    ];
}
