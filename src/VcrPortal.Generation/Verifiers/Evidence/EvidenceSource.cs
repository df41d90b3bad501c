namespace VcrPortal.Generation.Verifiers.Evidence;

/// <summary>The sources of the evidence pack by the names that evidence rows give, one for each opinion.</summary>
public static class EvidenceSource
{
    public const string NciPid = "NCI-PID";
    public const string Chembl = "ChEMBL";
    public const string DrugCentral = "DrugCentral";
    public const string Trrust = "TRRUST";
    public const string Progeny = "PROGENy";
    public const string GeneOntology = "Gene Ontology";
    public const string Nci60 = "NCI-60";
    public const string DepMap = "DepMap";
    public const string L1000 = "L1000";
    public const string KinomeScan = "KINOMEscan";
}
