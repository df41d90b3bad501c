namespace VcrPortal.Evidence.Sources;

/// <summary>What a compound of the atlas does to which target, by ChEMBL.</summary>
public sealed class ChemblMechanisms : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "ChEMBL, drug mechanisms", "2026; vi-c-ky/Human-genetic-evidence-associated-with-drug-approval ca4eb64",
        "CC BY-SA 3.0 Unported",
        "ChEMBL, EMBL-EBI; adapted: rows chosen, targets written as gene symbols", "https://www.ebi.ac.uk/chembl/",
        "Rows of molecules that are compounds of the atlas. genes parts its items by | and is empty where ChEMBL's target is no single "
        + "human protein and no family of FamPlex by the same name: read mechanism then.");

    public PackText Make(PackInput input)
    {
        var wanted = input.Compounds.SelectMany(c => c.Chembl).ToHashSet(StringComparer.Ordinal);
        var families = ReviewedTable.Rows("chembl-families.tsv").ToDictionary(
            cells => cells[0], cells => string.Join('|', input.Data.MembersOf(cells[2]).Distinct().Order(StringComparer.Ordinal)));
        var targets = input.Data.CommaSeparated("chembl/chembl_targets.csv.gz").DistinctBy(r => r["target_chembl_id"])
            .ToDictionary(r => r["target_chembl_id"], StringComparer.Ordinal);
        return PackText.From(
            "ShareAlike/chembl-mechanisms.tsv.gz", nameof(ChemblMechanisms), Origin,
            ["molecule", "action", "mechanism", "target", "genes"],
            input.Data.CommaSeparated("chembl/chembl_mechanisms.csv.gz").Where(r => wanted.Contains(r["molecule_chembl_id"])).Select(Row));

        string[] Row(DataRow row) =>
        [
            row["molecule_chembl_id"], row["action_type"], row["mechanism_of_action"], row["target_chembl_id"],
            Genes(row["target_chembl_id"]),
        ];

        string Genes(string target) => families.TryGetValue(target, out var members) ? members
            : targets.TryGetValue(target, out var row) && input.Tahoe.SymbolOf.TryGetValue(row["ensembl_id"], out var symbol) ? symbol : "";
    }
}
