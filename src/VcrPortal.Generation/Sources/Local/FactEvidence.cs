using VcrPortal.Generation.Knowledge;

namespace VcrPortal.Generation.Sources.Local;

/// <summary>
/// How a fact of the knowledge base is written as evidence. Deterministic, so that the item which a fact came in as can be found again:
/// the reasoner asserts nothing whose item was not retrieved.
/// </summary>
public static class FactEvidence
{
    public const string Tahoe = "Tahoe-100M";
    public const string WikiPathways = "WikiPathways";
    public const string FamPlex = "FamPlex";
    public const string Record = "Record";

    /// <summary>What was read in a paper; another source that has it from that paper is not asked which.</summary>
    public const string Literature = "Literature";

    private const string Cc0 = "CC0-1.0";

    public static EvidenceItem From(Compound compound)
    {
        var targets = compound.Targets.IsEmpty ? "names no target" : $"names {string.Join(", ", compound.Targets)} as targets";
        return new(0, Tahoe, "drug_metadata", compound.Id?.ToString(), $"{compound.Name}: {Mechanism(compound)}",
            $"The compound table {targets} of {compound.Name} and gives its mechanism as {Mechanism(compound)} "
            + $"({compound.MechanismClass}).",
            compound.Id is { Namespace: "PUBCHEM.COMPOUND" } id ? $"https://pubchem.ncbi.nlm.nih.gov/compound/{id.Id}" : null, Cc0,
                TrustTier.Curated);
    }

    public static EvidenceItem From(TargetException exception) =>
        new(0, exception.Source, "as cited", exception.Record, $"{exception.Compound}: {exception.Finding}", exception.Says,
            exception.Source switch
            {
                "PubMed" => $"https://pubmed.ncbi.nlm.nih.gov/{exception.Record}/",
                "PubMed Central" => $"https://pmc.ncbi.nlm.nih.gov/articles/{exception.Record}",
                "Protein Data Bank" => $"https://www.rcsb.org/structure/{exception.Record}",
                _ => null,
            },
            "a single fact, cited", TrustTier.Curated);

    public static EvidenceItem From(CellLine line) =>
        new(0, Tahoe, "cell_line_metadata", line.Id.ToString(), $"{line.Name}: {line.Organ}",
            $"{line.Name} is a line of the organ class {line.Organ} with {line.Alterations.Length} driver alterations listed.",
                Cellosaurus(line), Cc0, TrustTier.Curated);

    public static EvidenceItem From(CellLine line, DriverAlteration alteration)
    {
        var effect = alteration.Effect switch
        {
            AlterationEffect.GainOfFunction => "a gain of function",
            AlterationEffect.LossOfFunction => "a loss of function",
            _ => "of unknown effect",
        };
        var change = alteration.Change is null ? "" : $" {alteration.Change}";
        var counted = alteration.WrittenAs is { } written
            ? $" The table writes {written}, by another transcript; the line's own variant has {alteration.Change}." : "";
        return new(0, Tahoe, TableOf(alteration), line.Id.ToString(), $"{line.Name}: {alteration.Gene}{change}",
            alteration.IsLikely
                ? $"Variant {alteration.Gene}{change} in {line.Name}: it recurs in tumours and is called likely {effect}; how many copies "
                    + "have it is not said."
                : $"Driver alteration {alteration.Gene}{change} in {line.Name}: {effect}; {alteration.Gene} is classed as "
                    + $"{alteration.Role.ToLowerInvariant()}.{counted}",
            Cellosaurus(line), Cc0, TrustTier.Curated);
    }

    /// <summary>The table of Tahoe-100M that has it.</summary>
    public static string TableOf(DriverAlteration alteration) => alteration.IsLikely ? "cell_line_variants" : "cell_line_metadata";

    public static EvidenceItem From(SignedRelation relation, Func<string, string> nameOf)
    {
        var verb = relation switch
        {
            { Kind: RelationKind.Expression, Sign: > 0 } => "induces expression of",
            { Kind: RelationKind.Expression } => "represses expression of",
            { Kind: RelationKind.Phenotype, Sign: > 0 } => "promotes",
            { Kind: RelationKind.Phenotype } => "holds back",
            { Sign: > 0 } => "activates",
            _ => "inhibits",
        };
        if (relation.IsOfAPaper)
            return new(0, Literature, "as cited", relation.PathwayId,
                $"{nameOf(relation.Source)} {verb} {nameOf(relation.Target)} ({relation.PathwayId})",
                $"{relation.PathwayId} has it that {nameOf(relation.Source)} {verb} {nameOf(relation.Target)}.",
                Address(relation.PathwayId), "a single fact, cited", TrustTier.Curated);
        return new(0, WikiPathways, "2026-08-22", relation.PubMedId is null ? relation.PathwayId : $"PMID:{relation.PubMedId}",
            $"{nameOf(relation.Source)} {verb} {nameOf(relation.Target)} ({relation.PathwayId})",
            $"{relation.PathwayId} draws {nameOf(relation.Source)} to {nameOf(relation.Target)} with the arrow head {relation.Arrow}.",
            $"https://www.wikipathways.org/pathways/{relation.PathwayId}.html", Cc0, TrustTier.Curated);
    }

    public static EvidenceItem From(EntityGroup group) =>
        new(0, FamPlex, "2026-08-22", group.Id, $"{group.Name}: a {(group.Kind == GroupKind.Complex ? "complex" : "family")}",
            $"{group.Name} has the members {string.Join(", ", group.Members)}.", null, Cc0, TrustTier.Curated);

    public static EvidenceItem From(Pathway pathway, Func<string, string> nameOf) =>
        new(0, WikiPathways, "2026-08-22", pathway.Id, $"{pathway.Name}: {pathway.Title} ({pathway.Id})",
            $"{pathway.Id}, {pathway.Title}, runs through {string.Join(", ", pathway.Outputs.Select(nameOf))}.",
            $"https://www.wikipathways.org/pathways/{pathway.Id}.html", Cc0, TrustTier.Curated);

    public static EvidenceItem From(PhosphoSite site, Func<string, string> nameOf) =>
        new(0, WikiPathways, "2026-08-22", site.PathwayId, $"{site.Protein} phosphorylated at {site.Site} ({site.PathwayId})",
            $"{site.PathwayId} draws {site.Protein} with a phosphate at {site.Site}, which makes it "
            + $"{(site.Effect > 0 ? "active" : "inactive")}. "
            + $"Enzymes: {string.Join(", ", site.Enzymes.Select(nameOf))}.",
            $"https://www.wikipathways.org/pathways/{site.PathwayId}.html", Cc0, TrustTier.Curated);

    public static EvidenceItem From(Standby standby) =>
        new(0, WikiPathways, "2026-08-22", standby.PathwayId, $"{standby.Protein} waits for {standby.Signal} ({standby.PathwayId})",
            $"{standby.PathwayId} draws {standby.Signal} as what calls {standby.Protein} up.",
            $"https://www.wikipathways.org/pathways/{standby.PathwayId}.html", Cc0, TrustTier.Curated);

    public static EvidenceItem FromRecord(string title, string passage) =>
        new(0, Record, "as sent", null, title, passage, null, "as sent", TrustTier.Open);

    /// <summary>Null for a place that has no address of its own.</summary>
    private static string? Address(string record) => record.Split(':', 2) switch
    {
        ["PMID", var id] => $"https://pubmed.ncbi.nlm.nih.gov/{id}/",
        ["doi", var id] => $"https://doi.org/{id}",
        [['P', 'M', 'C', ..] id] => $"https://pmc.ncbi.nlm.nih.gov/articles/{id}",
        _ => null,
    };

    private static string Mechanism(Compound compound) => compound.Mechanism is "" or "unclear" ? "unclear" : compound.Mechanism;

    private static string? Cellosaurus(CellLine line) =>
        line.Id.Namespace == "CVCL" || line.Id.Id.StartsWith("CVCL_", StringComparison.Ordinal)
        ? $"https://www.cellosaurus.org/{(line.Id.Id.StartsWith("CVCL_", StringComparison.Ordinal) ? line.Id.Id : "CVCL_" + line.Id.Id)}"
            : null;
}
