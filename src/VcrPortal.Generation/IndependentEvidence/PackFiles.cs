namespace VcrPortal.Generation.IndependentEvidence;

/// <summary>The names of the files of the pack. The share-alike ones lie in a folder of their own, and are embedded by their file name
/// like the others.</summary>
public static class PackFiles
{
    /// <summary>Names and ids of the atlas's compounds in the other files.</summary>
    public const string Compounds = "compounds.tsv.gz";

    /// <summary>Ids of the atlas's lines.</summary>
    public const string Lines = "lines.tsv";

    public const string NciPidEdges = "nci-pid-edges.tsv.gz";
    public const string NciPidModifications = "nci-pid-modifications.tsv.gz";
    public const string NciPidProcesses = "nci-pid-processes.tsv.gz";

    /// <summary>Share-alike: CC BY-SA 3.0.</summary>
    public const string ChemblMechanisms = "chembl-mechanisms.tsv.gz";

    /// <summary>Share-alike: CC BY-SA 4.0.</summary>
    public const string DrugCentralActions = "drugcentral-actions.tsv.gz";

    /// <summary>Share-alike: CC BY-SA 4.0.</summary>
    public const string TrrustRegulation = "trrust-regulation.tsv.gz";

    public const string ProgenyFootprints = "progeny-footprints.tsv.gz";
    public const string GoProcesses = "go-processes.tsv.gz";
    public const string Nci60Exome = "nci60-exome.tsv.gz";
    public const string Nci60Growth = "nci60-growth.tsv.gz";
    public const string LineExpression = "line-expression.tsv.gz";
    public const string L1000Genes = "l1000-genes.tsv.gz";
    public const string KinomeScan = "kinomescan.tsv.gz";

    /// <summary>The file in the program, or null where it is missing.</summary>
    internal static Stream? OpenEmbedded(string file) => typeof(PackFiles).Assembly.GetManifestResourceStream($"evidence/{file}");
}
