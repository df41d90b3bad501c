using System.Globalization;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Review;

/// <summary>What the rows of a made-up table are about.</summary>
public sealed record ExpressionNames(IReadOnlyList<string> Drugs, IReadOnlyList<string> Lines, IReadOnlyList<string> Genes)
{
    /// <summary>"Drug 0", "Line 0", "GENE0" and so on, as many as Tahoe-100M has; lines so many that every row has its own place.</summary>
    public static ExpressionNames Numbered(int lines) => new(Names("Drug ", 379), Names("Line ", lines), Names("GENE", 62_710));

    private static List<string> Names(string stem, int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{stem}{i.ToString(CultureInfo.InvariantCulture)}")];
}

/// <summary>
/// A made-up table with the 16 columns of Tahoe-100M's pseudobulk table and its shape: 59% of the rows with a baseMean of 0, 80% without an
/// adjusted p value. The same seed gives the same rows. Its name begins with "synthetic", so whatever rests on it says so.
/// </summary>
public static class SyntheticExpression
{
    public const string Name = "synthetic_differential_expression.parquet";

    /// <param name="path">The path of the Parquet file; lists of names are written beside it meanwhile.</param>
    /// <param name="rows">Rounded up to whole (line, drug) pairs, and at most all of them.</param>
    public static void Write(DuckDbSession session, string path, ExpressionNames names, long rows, int seed)
    {
        Place(session, path, "drugs", names.Drugs);
        Place(session, path, "lines", names.Lines);
        Place(session, path, "genes", names.Genes);
        var pairs = Math.Min((rows + names.Genes.Count - 1) / names.Genes.Count, (long)names.Drugs.Count * names.Lines.Count);
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            COPY (
              SELECT gene_name, CASE WHEN tested < 0.59 THEN 0.0 ELSE round(exp(8 * u), 3) END AS baseMean, CASE
                WHEN tested < 0.59 THEN NULL ELSE change END AS log2FoldChange,
                     CASE WHEN tested < 0.59 THEN NULL ELSE 0.4 END AS lfcSE, CASE
                       WHEN tested < 0.59 THEN NULL ELSE change / 0.4 END AS stat,
                     CASE WHEN tested < 0.59 THEN NULL ELSE u END AS pvalue, CASE WHEN tested < 0.80 THEN NULL ELSE u * u END AS padj,
                     'plate' || (1 + pair % 14) AS plate, 200 + pair % 900 AS n_cells_trt, 5000 AS n_cells_ctrl,
                       'CVCL_' || lpad(line::VARCHAR, 4, '0') AS Cell_ID_Cellosaur,
                     'ACH-' || lpad(line::VARCHAR, 6, '0') AS Cell_ID_DepMap, drug, 5.0 AS concentration, 'uM' AS concentration_unit,
                       Cell_Name_Vevo
              FROM (SELECT pair, genes.name AS gene_name, drugs.name AS drug, lines.name AS Cell_Name_Vevo, lines.place AS line,
                (hash(pair, genes.place, {seed}) % 1000000) / 1e6 AS tested,
                           (hash(genes.place, pair, {seed} + 1) % 1000000) / 1e6 AS u, round(((hash(pair, genes.place,
                             {seed} + 2) % 1000000) / 1e6 - 0.5) * 8, 4) AS change
                    FROM range({pairs}) p(pair) JOIN drugs ON drugs.place = pair % {names.Drugs.Count}
                      JOIN lines ON lines.place = pair // {names.Drugs.Count}, genes)
            ) TO '{path}' (FORMAT parquet, COMPRESSION zstd)
            """), CancellationToken.None);
    }

    /// <summary>A table of the names with their places, from 0.</summary>
    private static void Place(DuckDbSession session, string path, string table, IReadOnlyList<string> names)
    {
        var list = $"{path}.{table}.txt";
        File.WriteAllLines(list, names.Select((name, place) => $"{place.ToString(CultureInfo.InvariantCulture)}\t{name}"));
        try
        {
            session.Execute(
                $"CREATE OR REPLACE TABLE {table} AS SELECT place, name FROM read_csv(?, header = false, delim = '\t', quote = '', "
                + $"columns = {{'place': 'BIGINT', 'name': 'VARCHAR'}})", CancellationToken.None, list);
        }
        finally
        {
            File.Delete(list);
        }
    }
}
