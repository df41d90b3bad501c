using System.Globalization;

namespace VcrPortal.Evidence.Sources;

/// <summary>How strongly an untreated line expresses a gene.</summary>
public sealed class LineExpression : IPackSource
{
    private const string Table = "depmap-expression/depmap_tpm_tahoe_lines.tsv.gz";

    private static readonly PackOrigin Origin = new(
        "DepMap, CCLE RNA-seq of untreated lines", "DepMap 20Q4 (CBIIT-CGBB/DeepTarget 34de547) and CCLE (violet-sto/TGSA cdd9903)",
        "CC BY 4.0", "DepMap; adapted: genes and lines chosen, TPM recovered from z-scores and log2 values, rounded", "https://depmap.org/",
        "Genes of use, in TPM; empty: not known. Below 0.5 a gene counts as not expressed, from 2 as expressed; between, nothing is said. "
        + "The lines were grown and sequenced elsewhere than the atlas's.");

    public PackText Make(PackInput input)
    {
        var rows = input.Data.Tabbed(Table).Where(r => input.Genes.Contains(r["gene"])).ToList();
        var lines = rows[0].Header.Skip(2).ToList();
        if (lines.Find(line => input.Tahoe.Lines.All(l => l.Name != line)) is { } stray)
            throw new InvalidDataException($"{Table}: no line is named {stray}.");
        return PackText.From(
            "line-expression.tsv.gz", nameof(LineExpression), Origin, ["gene", .. lines],
            rows.Select(r => (string[])[r["gene"], .. r.Cells.Skip(2).Select(Tpm)]));
    }

    private static string Tpm(string cell)
    {
        if (cell.Trim().Length == 0) return "";
        var value = double.Parse(cell, CultureInfo.InvariantCulture);
        return value.ToString(value < 10 ? "0.##" : value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);
    }
}
