namespace VcrPortal.Generation.Tests.Sanity;

/// <summary>A textbook fact that no explanation may miss.</summary>
/// <param name="Compound">Or "knock-out of GENE", where the atlas has no compound that does it.</param>
/// <param name="Says">"+" rises, "-" falls; "no+" and "no-" must not be said; "withheld": nothing is published.</param>
/// <param name="Entity">What it is said of: a protein's activity, a gene's RNA (<c>rna:</c>) or a phenotype (<c>cell:</c>).</param>
/// <param name="Why">"A B WP1": the relation in the data that the fact rests on; "GENE in LINE": the alteration of the line; "GENE absent
/// from LINE": its transcripts, by DepMap.</param>
internal sealed record SanityFact(string Compound, string Line, string Says, string Entity, string Why);

/// <summary>The set, one line a fact, grouped by what is known of the drugs.</summary>
internal static class SanityFacts
{
    private const string Mek = "MAP2K1 MAPK1 WP734";
    private const string Rb1 = "CDK4 RB1 WP2261";
    private const string E2F = "RB1 E2F1 WP2261";

    public static IReadOnlyList<SanityFact> All { get; } =
    [
        .. Each("Binimetinib Trametinib Cobimetinib TAK-733", "C32", "-", "MAPK1", Mek),
        .. Each("Binimetinib Trametinib Cobimetinib TAK-733", "C32", "-", "rna:CCND1", "ETS1 CCND1 WP5434"),
        .. Each("Vemurafenib Dabrafenib Encorafenib", "C32", "-", "MAPK1", Mek),
        .. Each("Vemurafenib Dabrafenib Encorafenib", "A549", "no-", "MAPK1", "KRAS in A549"),
        .. Each("Erlotinib Gefitinib Osimertinib Afatinib Erdafitinib", "A549", "no-", "MAPK1", "KRAS in A549"),
        .. Each("Pemigatinib Infigratinib", "RPMI-7951", "no-", "MAPK1", "BRAF in RPMI-7951"),
        .. Each("Pemigatinib Infigratinib", "RPMI-7951", "no-", "AKT1", "PTEN in RPMI-7951"),
        .. Each("Erdafitinib", "J82", "no-", "AKT1", "PTEN in J82"),
        .. Each("Ponatinib Sunitinib", "NCI-H2122", "no-", "MAPK1", "KRAS in NCI-H2122"),
        .. Each("Adagrasib RMC-6236", "MIA PaCa-2", "-", "MAPK1", Mek),
        .. Each("Adagrasib", "A549", "no-", "MAPK1", "KRAS in A549"),
        .. Each("Palbociclib Ribociclib Abemaciclib", "A549", "+", "RB1", Rb1),
        .. Each("Palbociclib Ribociclib Abemaciclib", "A549", "-", "E2F1", E2F),
        .. Each("Palbociclib Ribociclib Abemaciclib", "J82", "no-", "E2F1", "RB1 in J82"),
        .. Each("Palbociclib Ribociclib Abemaciclib", "J82", "no-", "cell:cell proliferation", "RB1 in J82"),
        .. Each("GSK1059615", "C32", "-", "AKT1", "FPLX:PI3K AKT1 WP3584"),
        .. Each("Ipatasertib Capivasertib", "A549", "+", "FOXO3", "AKT1 FOXO3 WP4806"),
        .. Each("Ipatasertib Capivasertib", "A549", "no-", "CTNNB1", "GSK3B CTNNB1 WP5434"),
        .. Each("LY2090314", "A549", "+", "CTNNB1", "GSK3B CTNNB1 WP5434"),
        .. Each("AZD-8055 Sapanisertib Everolimus Rapamycin Temsirolimus", "A549", "+", "cell:autophagy", "MTOR PHENO:autophagy WP3878"),
        .. Each("Venetoclax", "A549", "+", "BAX", "BCL2 BAX WP710"),
        .. Each("Venetoclax", "A549", "+", "cell:apoptosis", "BAX PHENO:apoptosis WP5443"),
        .. Each("Tofacitinib Filgotinib Fedratinib", "A549", "-", "STAT3", "JAK2 STAT3 WP5434"),
        .. Each("Dexamethasone Budesonide", "A549", "+", "NR3C1", "NR3C1 JUN WP2880"),
        .. Each("Dexamethasone Budesonide", "A549", "-", "JUN", "NR3C1 JUN WP2880"),
        .. Each("Fulvestrant", "BT-474", "-", "rna:PGR", "ESR1 PGR WP2817"),
        .. Each("Bicalutamide Darolutamide", "BT-474", "-", "rna:KLK3", "AR KLK3 WP2263"),
        .. Each("Pioglitazone", "A549", "+", "rna:FABP4", "PPARG FABP4 WP3942"),
        .. Each("Dimethyl\u00A0fumarate", "BT-474", "+", "rna:NQO1", "NFE2L2 NQO1 WP5434"),
        .. Each("Dimethyl\u00A0fumarate", "BT-474", "+", "rna:HMOX1", "NFE2L2 HMOX1 WP5434"),
        .. Each("Belzutifan", "A549", "-", "rna:VEGFA", "EPAS1 VEGFA WP5434"),
        .. Each("AZD1390", "A549", "-", "ATM", "ATM CHEK2 WP2516"),
        .. Each("AZD1390", "HT-29", "no-", "rna:CDKN1A", "TP53 in HT-29"),
        .. Each("Panobinostat", "KATO\u00A0III", "no+", "rna:CDKN1A", "TP53 in KATO III"),
        .. Each("PH-797804", "A549", "no-", "JUN", "MAPK8 JUN WP2526"),
        .. Each("PH-797804", "A549", "no-", "MYC", "MAPK3 MYC WP5434"),
        .. Each("Bentamapimod", "H4", "-", "JUN", "MAPK8 JUN WP2526"),
        .. Each("Bortezomib Ixazomib", "A549", "+", "HSF1", "FPLX:Proteasome HSF1 PMC7058745"),
        .. Each("Bortezomib Ixazomib", "A549", "+", "rna:HSPA1A", "HSF1 HSPA1A PMID:24467529"),
        .. Each("Elimusertib AZD1390", "A549", "no-", "TP53", "ATM TP53 WP3959"),
        .. Each("Retinoic\u00A0acid", "A549", "+", "rna:RET", "RARA RET WP5053"),
        .. Each("knock-out\u00A0of\u00A0MDM2", "A549", "+", "TP53", "MDM2 TP53 WP4685"),
        .. Each("knock-out\u00A0of\u00A0MDM2", "A549", "+", "rna:CDKN1A", "TP53 CDKN1A WP4685"),
        .. Each("knock-out\u00A0of\u00A0MDM2", "HT-29", "no+", "TP53", "TP53 in HT-29"),
        .. Each("knock-out\u00A0of\u00A0MDM2", "HT-29", "no+", "rna:CDKN1A", "TP53 in HT-29"),
        .. Each("knock-out\u00A0of\u00A0MDM2", "KATO\u00A0III", "no+", "rna:CDKN1A", "TP53 in KATO III"),
        .. Each("Fulvestrant", "A549", "withheld", "ESR1", "ESR1 absent from A549"),
        .. Each("Fulvestrant", "HS-578T", "withheld", "ESR1", "ESR1 absent from HS-578T"),
        .. Each("Bicalutamide Darolutamide", "HT-29", "withheld", "AR", "AR absent from HT-29"),
        .. Each("Tirabrutinib", "A549", "withheld", "BTK", "BTK absent from A549"),
    ];

    /// <summary>Facts that a textbook has and that no relation, compound or line of the knowledge carries, each with what is missing:
    /// nothing is asserted from memory.</summary>
    public static IReadOnlyList<(string Fact, string Missing, string Source, string Target)> Lacking { get; } =
    [
        ("MEK inhibitor: DUSP6 falls in BRAF V600E", "no drawing has a factor raise the expression of DUSP6", "*", "DUSP6"),
        ("Nutlin: TP53 rises where TP53 is wild type",
            "no compound of the atlas targets MDM2; the knock-out of MDM2 is asked instead", "compound", "MDM2"),
    ];

    /// <summary>Names are parted by blanks; a blank within one is written as a hard one.</summary>
    private static IEnumerable<SanityFact> Each(string compounds, string line, string says, string entity, string why) =>
        compounds.Split(' ').Select(c => new SanityFact(c.Replace('\u00A0', ' '), line.Replace('\u00A0', ' '), says, entity, why));
}
