namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>A resource that statements come from.</summary>
/// <param name="Name">The name that the independence rule uses: <c>Tahoe-100M</c>, <c>SIGNOR</c>.</param>
/// <param name="Version">Its release where the file tells it, else the first twelve digits of the hash of what was read.</param>
public sealed record KnowledgeDataset(string Name, string Version, string Licence, string Url)
{
    public const string Tahoe = "Tahoe-100M";
    public const string WikiPathways = "WikiPathways";
    public const string DoRothEA = "DoRothEA";
    public const string Signor = "SIGNOR";
    public const string FamPlex = "FamPlex";
    public const string PrimeKg = "PrimeKG";
    public const string ProteinAtlas = "Human Protein Atlas";
    public const string Hpo = "HPO";
    public const string PhenotypeTable = "Phenotype table";
}

/// <summary>What a source says of a pair, without the pair: shared by all edges that say the same.</summary>
/// <param name="Dataset">Its <see cref="KnowledgeDataset.Name"/>.</param>
/// <param name="Sign">+1 raises, -1 lowers, 0 unsigned.</param>
/// <param name="Record">Where in the source: a pathway id, a table, a confidence class.</param>
/// <param name="Detail">The source's own word: an arrow head, a residue, a protein change.</param>
/// <param name="Reference"><c>PMID:123</c>, or empty.</param>
public readonly record struct Statement(string Dataset, EdgeKind Kind, int Sign, string Record, string Detail = "", string Reference = "")
    : IComparable<Statement>
{
    public int CompareTo(Statement other)
    {
        var order = string.CompareOrdinal(Dataset, other.Dataset);
        if (order == 0) order = Kind.CompareTo(other.Kind);
        if (order == 0) order = Sign.CompareTo(other.Sign);
        if (order == 0) order = string.CompareOrdinal(Record, other.Record);
        if (order == 0) order = string.CompareOrdinal(Detail, other.Detail);
        return order == 0 ? string.CompareOrdinal(Reference, other.Reference) : order;
    }
}

/// <summary>What is said of one entity beside its names. The numbers are part of the file format.</summary>
public enum EntityAttribute
{
    /// <summary>A compound's: the source's fine class, "MEK inhibitor".</summary>
    Mechanism = 1,
    /// <summary>A compound's: the broad class, "inhibitor/antagonist".</summary>
    MechanismClass = 2,
    /// <summary>The row of the source: Tahoe's <c>drug</c>.</summary>
    SourceRow = 3,
    Smiles = 4,
    /// <summary>A line's: the organ that it was taken from.</summary>
    Organ = 5,
    /// <summary>A gene's: Ensembl, Entrez or UniProt ids beside its CURIE.</summary>
    CrossReference = 6,
    /// <summary>A compound's: approved for people, as the source says.</summary>
    Approved = 7,
}
