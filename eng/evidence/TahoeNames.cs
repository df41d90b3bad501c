using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;

namespace VcrPortal.Evidence;

/// <param name="Row">The name as the source spells it: <c>Trametinib (DMSO_TF solvate)</c>.</param>
/// <param name="PubChem">The CID, or empty.</param>
public sealed record TahoeCompound(string Row, string PubChem, string Smiles, ImmutableArray<string> Targets);

/// <param name="DepMap"><c>ACH-000681</c>, or empty.</param>
/// <param name="Cellosaurus"><c>CVCL_0023</c>.</param>
public sealed record TahoeLine(string Name, string DepMap, string Cellosaurus);

/// <summary>What the atlas knows by name: the pack holds facts about these compounds and lines.</summary>
/// <param name="Symbols">Every gene of the assay.</param>
/// <param name="SymbolOf">The symbols of genes, by Ensembl id.</param>
public sealed record TahoeNames(
    ImmutableArray<TahoeCompound> Compounds, ImmutableArray<TahoeLine> Lines, ImmutableHashSet<string> Drivers,
    ImmutableHashSet<string> Symbols, ImmutableDictionary<string, string> SymbolOf)
{
    public static TahoeNames Read(EvidenceData data)
    {
        using var tables = new DuckDBConnection("DataSource=:memory:");
        tables.Open();
        var genes = Rows(tables, data.Tahoe("gene_metadata.parquet"), "gene_symbol", "ensembl_id");
        var lines = Rows(
            tables, data.Tahoe("cell_line_metadata.parquet"), "cell_name", "Cell_ID_DepMap", "Cell_ID_Cellosaur", "Driver_Gene_Symbol");
        return new(
            CompoundsOf(Rows(tables, data.Tahoe("drug_metadata.parquet"), "drug", "pubchem_cid", "canonical_smiles", "targets")),
            [.. lines.Select(l => new TahoeLine(l[0], l[1], l[2])).Distinct().OrderBy(l => l.Name, StringComparer.Ordinal)],
            [.. lines.Select(l => l[3]).Where(gene => gene.Length > 0)],
            [.. genes.Select(g => g[0])],
            genes.ToImmutableDictionary(g => g[1], g => g[0]));
    }

    private static ImmutableArray<TahoeCompound> CompoundsOf(List<string[]> rows) =>
    [
        .. rows.Select(r => new TahoeCompound(r[0], Cid(r[1]), r[2], [.. Targets(r[3])])).OrderBy(c => c.Row, StringComparer.Ordinal),
    ];

    /// <summary>The column is of floating point: "387447.0".</summary>
    private static string Cid(string written) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number.ToString("F0", CultureInfo.InvariantCulture) : "";

    private static string[] Targets(string written) =>
        written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static List<string[]> Rows(DuckDBConnection tables, string path, params string[] columns)
    {
        using var command = tables.CreateCommand();
        var wanted = string.Join(", ", columns.Select(column => $"CAST(\"{column}\" AS VARCHAR)"));
        command.CommandText = $"SELECT {wanted} FROM read_parquet('{path.Replace("'", "''", StringComparison.Ordinal)}')";
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. columns.Select((_, i) => reader.IsDBNull(i) ? "" : reader.GetString(i).Trim())]);
        return rows;
    }
}
