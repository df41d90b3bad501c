using System.Globalization;

namespace VcrPortal.Evidence.Sources;

/// <summary>Which kinases a compound of the atlas binds, measured by KINOMEscan.</summary>
public sealed class KinomeScanAffinities : IPackSource
{
    /// <summary>Percent of the control that is left at 10 µM; more is not taken for binding.</summary>
    private const double MostLeft = 10;

    /// <summary>10 µM: a weaker affinity is not taken for binding.</summary>
    private const double WeakestNanomolar = 10_000;

    private static readonly PackOrigin Origin = new(
        "HMS LINCS KINOMEscan", "MaayanLab/KinomeScan-Appyter 3160423", "MIT; LINCS data CC BY 4.0",
        "HMS LINCS Project; Ma'ayan Laboratory", "https://lincs.hms.harvard.edu/kinomescan/",
        "Wild-type kinases that are targets in the atlas, compounds of the atlas by name. what: Kd in nM, at most 10 µM; or % of the "
        + "control left at 10 µM, at most 10. A pair that is not here was not measured, or did not bind.");

    public PackText Make(PackInput input) => PackText.From(
        "kinomescan.tsv.gz", nameof(KinomeScanAffinities), Origin, ["compound", "gene", "what", "value"],
        Rows(input, "kds_levels", "Kd", WeakestNanomolar).Concat(Rows(input, "percentage_levels", "control left", MostLeft)));

    private static IEnumerable<string[]> Rows(PackInput input, string file, string what, double most)
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var line in input.Data.Lines($"kinomescan/{file}.gmt.gz"))
            if (line.Split('\t', StringSplitOptions.TrimEntries) is [var kinase, _, .. var measured] && GeneOf(input, kinase) is { } gene)
                foreach (var (compound, value) in measured.Select(Parts))
                    if (value <= most && IsOfTheAtlas(compound)) yield return [compound, gene, what, Text(value)];

        bool IsOfTheAtlas(string compound) =>
            known.TryGetValue(compound, out var isKnown) ? isKnown : known[compound] = input.Compounds.Any(c => c.IsNamed(compound));
    }

    /// <summary>Null for a variant (in brackets), a second domain, or what is no target of the atlas's compounds.</summary>
    private static string? GeneOf(PackInput input, string kinase)
    {
        var isForm = kinase.EndsWith("-nonphosphorylated", StringComparison.Ordinal)
            || kinase.EndsWith("-phosphorylated", StringComparison.Ordinal);
        var name = isForm ? kinase[..kinase.LastIndexOf('-')] : kinase;
        return input.Tahoe.Compounds.Any(c => c.Targets.Contains(name)) ? name : null;
    }

    /// <summary>A compound's name can hold a comma, its number not.</summary>
    private static (string Compound, double Value) Parts(string cell) =>
        cell.LastIndexOf(',') is > 0 and var comma
            && double.TryParse(cell[(comma + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (cell[..comma], value) : ("", double.PositiveInfinity);

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
