using System.Globalization;

namespace VcrPortal.Evidence.Sources;

/// <summary>Which genes rise and fall when a pathway is active, by perturbation experiments.</summary>
public sealed class ProgenyFootprints : IPackSource
{
    /// <summary>The greatest p value of a gene's weight in a footprint: less certain rows are left out.</summary>
    private const double MostUncertain = 0.001;

    private static readonly PackOrigin Origin = new(
        "PROGENy, model_human_full", "Bioconductor progeny 1.20.0 (Debian 1.20.0+ds-1); saezlab/progeny cad6be0", "Apache-2.0",
        "PROGENy, saezlab; adapted: rows chosen, values rounded", "https://github.com/saezlab/progeny",
        "Rows with p < 0.001 of genes that the atlas measures. weight > 0: the gene rises when the pathway is active.");

    public PackText Make(PackInput input) => PackText.From(
        "progeny-footprints.tsv.gz", nameof(ProgenyFootprints), Origin, ["pathway", "gene", "weight", "p"],
        input.Data.Tabbed("progeny/model_human_full.tsv.gz")
            .Where(r => input.Tahoe.Symbols.Contains(r["gene"]) && Number(r["p.value"]) < MostUncertain)
            .Select(r => new[] { r["pathway"], r["gene"], Rounded(r["weight"], "G2"), Rounded(r["p.value"], "0E+0") }));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Rounded(string text, string format) => Number(text).ToString(format, CultureInfo.InvariantCulture);
}
