using System.Globalization;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Bench;

/// <summary>
/// A made-up table with the 16 columns of Tahoe-100M's pseudobulk table and its shape: 59% of the rows with a baseMean of 0, 80% without an adjusted p value. The same
/// seed gives the same rows. Its name begins with "synthetic", so whatever rests on it says so.
/// </summary>
internal static class SyntheticExpression
{
    public const string Name = "synthetic_differential_expression.parquet";
    private const int Genes = 62_710;
    private const int Drugs = 379;

    /// <param name="rows">Rounded up to whole (line, drug) pairs.</param>
    public static void Write(DuckDbSession session, string path, long rows, int seed)
    {
        var pairs = (rows + Genes - 1) / Genes;
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            COPY (
              SELECT gene_name, CASE WHEN tested < 0.59 THEN 0.0 ELSE round(exp(8 * u), 3) END AS baseMean, CASE WHEN tested < 0.59 THEN NULL ELSE change END AS log2FoldChange,
                     CASE WHEN tested < 0.59 THEN NULL ELSE 0.4 END AS lfcSE, CASE WHEN tested < 0.59 THEN NULL ELSE change / 0.4 END AS stat,
                     CASE WHEN tested < 0.59 THEN NULL ELSE u END AS pvalue, CASE WHEN tested < 0.80 THEN NULL ELSE u * u END AS padj,
                     'plate' || (1 + pair % 14) AS plate, 200 + pair % 900 AS n_cells_trt, 5000 AS n_cells_ctrl, 'CVCL_' || lpad((pair // {Drugs})::VARCHAR, 4, '0') AS Cell_ID_Cellosaur,
                     'ACH-' || lpad((pair // {Drugs})::VARCHAR, 6, '0') AS Cell_ID_DepMap, 'Drug ' || (pair % {Drugs}) AS drug, 5.0 AS concentration, 'uM' AS concentration_unit, 'Line ' || (pair // {Drugs}) AS Cell_Name_Vevo
              FROM (SELECT pair, 'GENE' || gene AS gene_name, (hash(pair, gene, {seed}) % 1000000) / 1e6 AS tested, (hash(gene, pair, {seed} + 1) % 1000000) / 1e6 AS u,
                           round(((hash(pair, gene, {seed} + 2) % 1000000) / 1e6 - 0.5) * 8, 4) AS change
                    FROM range({pairs}) p(pair), range({Genes}) g(gene))
            ) TO '{path}' (FORMAT parquet, COMPRESSION zstd)
            """), CancellationToken.None);
    }
}
