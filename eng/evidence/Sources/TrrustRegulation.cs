namespace VcrPortal.Evidence.Sources;

/// <summary>Which transcription factor raises or lowers the expression of which gene, by TRRUST: sentences of papers, read by
/// people.</summary>
public sealed class TrrustRegulation : IPackSource
{
    private static readonly PackOrigin Origin = new(
        "TRRUST, human", "v2; exsmiley/GeneNet e4728d6", "CC BY-SA 4.0 International",
        "TRRUST; adapted: rows chosen, the mode of regulation written as a sign", "https://www.grnpedia.org/trrust/",
        "Rows with a mode of regulation, of two genes of the assay. Rows whose mode is unknown are left out: they have no sign. pubmed "
        + "parts its items by |.");

    public PackText Make(PackInput input) => PackText.From(
        "ShareAlike/trrust-regulation.tsv.gz", nameof(TrrustRegulation), Origin, ["factor", "gene", "sign", "pubmed"],
        input.Data.Tabbed("trrust/trrust_rawdata.human.tsv.gz")
            .Where(r => r["Gene1"] != r["Gene2"] && input.Tahoe.Symbols.Contains(r["Gene1"]) && input.Tahoe.Symbols.Contains(r["Gene2"]))
            .Select(r => (Row: r, Sign: SignOf(r["Mode_of_Regulation"]))).Where(r => r.Sign.Length > 0)
            .Select(r => new[] { r.Row["Gene1"], r.Row["Gene2"], r.Sign, r.Row["PMID"].Replace(';', '|') }));

    private static string SignOf(string mode) => mode switch { "Activation" => "1", "Repression" => "-1", _ => "" };
}
