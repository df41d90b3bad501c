using System.Globalization;

namespace VcrPortal.Evidence.Sources;

/// <summary>What the two files of the NCI-60 panel say of themselves.</summary>
internal static class Nci60
{
    public static PackOrigin Origin(string what, string taken) => new(
        $"NCI-60 (CellMiner), {what}", "rcellminerData 2.29.1; CBIIT/rcellminerData 7eabea8",
        "LGPL-3 (package); facts of the National Cancer Institute",
        "NCI Developmental Therapeutics Program and CellMiner, National Cancer Institute", "https://discover.nci.nih.gov/cellminer", taken);

    /// <summary>The lines of the atlas in a table's header: its column by the line's name, in the order of the names.</summary>
    public static List<(string Line, string Column)> Lines(PackInput input, IEnumerable<string> header) =>
    [
        .. header.Where(column => column.Contains(':')).Select(column => (input.LineOf(column)?.Name ?? "", Column: column))
            .Where(l => l.Item1.Length > 0).OrderBy(l => l.Item1, StringComparer.Ordinal),
    ];
}

/// <summary>Which genes carry a variant that affects the protein's function, by the panel's own exomes.</summary>
public sealed class Nci60Exome : IPackSource
{
    private static readonly PackOrigin RowsFrom = Nci60.Origin(
        "exome, protein function affecting",
        "Genes of use, lines of the atlas. % of a function-affecting variant; empty: none was called, "
        + "which does not say that there is none.");

    public PackText Make(PackInput input)
    {
        var rows = input.Data.Tabbed("nci60/DNA__Exome_Seq_Protein_function_affecting.txt.gz")
            .Where(r => input.Genes.Contains(r["Gene name"])).ToList();
        var lines = Nci60.Lines(input, rows[0].Header);
        return PackText.From(
            "nci60-exome.tsv.gz", nameof(Nci60Exome), RowsFrom, ["gene", .. lines.Select(l => l.Line)],
            rows.Select(r => (string[])[r["Gene name"], .. lines.Select(l => r[l.Column] is "-" ? "" : r[l.Column])]));
    }
}

/// <summary>At which concentration a compound halves the growth of a line, as the panel measured it.</summary>
public sealed class Nci60Growth : IPackSource
{
    private static readonly PackOrigin RowsFrom = Nci60.Origin(
        "GI50 of 1,075 drugs",
        "Drugs that are compounds of the atlas, by name; lines of the atlas. pgi50: mean of -log10 of the molar GI50 over the "
        + "experiments that CellMiner kept; lowest, highest: of them; panel: the median over all lines of the panel.");

    public PackText Make(PackInput input)
    {
        var names = input.Data.CommaSeparated("nci60/drug_activity_zscore_for_1075drugs.csv.gz")
            .ToDictionary(r => r["nsc"], r => r["name"]);
        var drugs = input.Data.CommaSeparated("nci60/drug_goodexperiments_for_1075drugs.csv.gz")
            .Where(r => names[r["nsc"]].Length > 0 && input.Compounds.Any(c => c.IsNamed(names[r["nsc"]]))).GroupBy(r => r["nsc"]).ToList();
        return PackText.From(
            "nci60-growth.tsv.gz", nameof(Nci60Growth), RowsFrom,
            ["drug", "nsc", "line", "pgi50", "experiments", "lowest", "highest", "panel"],
            drugs.SelectMany(drug => Rows(input, names[drug.Key], drug.Key, [.. drug])));
    }

    private static IEnumerable<string[]> Rows(PackInput input, string name, string nsc, List<DataRow> experiments)
    {
        var panel = experiments[0].Header.Where(column => column.Contains(':')).Select(column => Values(experiments, column))
            .Where(values => values.Count > 0).Select(values => values.Average()).Order().ToList();
        foreach (var (line, column) in Nci60.Lines(input, experiments[0].Header))
            if (Values(experiments, column) is { Count: > 0 } values)
                yield return
                [
                    name, nsc, line, Text(values.Average()), values.Count.ToString(CultureInfo.InvariantCulture),
                    Text(values.Min()), Text(values.Max()), Text(Median(panel)),
                ];
    }

    private static List<double> Values(List<DataRow> experiments, string column) =>
    [
        .. experiments.Select(e => e[column]).Where(v => v is not ("NA" or "")).Select(v => double.Parse(v, CultureInfo.InvariantCulture)),
    ];

    private static double Median(List<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
