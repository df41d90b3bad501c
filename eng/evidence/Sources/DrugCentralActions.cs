using System.Globalization;

namespace VcrPortal.Evidence.Sources;

/// <summary>On which human targets a compound of the atlas acts, how strongly and how, by DrugCentral.</summary>
public sealed class DrugCentralActions : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "DrugCentral, drug-target interactions", "about 2018; kenmcgarry/ComplexNetworks 5ca9a5a", "CC BY-SA 4.0 International",
        "DrugCentral; adapted: rows chosen, values rounded", "https://drugcentral.org/",
        "Rows of human targets with a gene, of drugs that are compounds of the atlas. pact: -log10 of the molar value of pact_type; "
        + "moa 1: the target is the drug's mechanism. Where a source column names another database of this pack, "
        + "the row is no second opinion.");

    public PackText Make(PackInput input) => PackText.From(
        "ShareAlike/drugcentral-actions.tsv.gz", nameof(DrugCentralActions), Origin,
        ["drug", "genes", "target", "action", "pact", "relation", "pact_type", "moa", "pact_source", "moa_source"],
        input.Data.Tabbed("drugcentral/drug.target.interaction.tsv.gz")
            .Where(r => r["ORGANISM"] == "Homo sapiens" && r["GENE"].Length > 0 && input.Compounds.Any(c => c.IsNamed(r["DRUG_NAME"])))
            .Select(Row));

    private static string[] Row(DataRow row) =>
    [
        row["DRUG_NAME"], row["GENE"], row["TARGET_NAME"], row["ACTION_TYPE"], PAct(row["ACT_VALUE"]), row["RELATION"], row["ACT_TYPE"],
        row["MOA"] == "1" ? "1" : "0", row["ACT_SOURCE"], row["MOA_SOURCE"],
    ];

    private static string PAct(string value) =>
        value.Length == 0 ? "" : double.Parse(value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
}
