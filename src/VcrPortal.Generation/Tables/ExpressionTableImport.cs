using System.Globalization;
using System.Text.Json;
using VcrPortal.Generation.Knowledge.Imports;

namespace VcrPortal.Generation.Tables;

/// <summary>
/// Writes a table of differential expression as one DuckDB file, sorted so that what is asked together lies together, and a line about it
/// beside it. (A Parquet file of that size was measured too: reading its index took five times as long as the answer may.) Takes
/// PerturbQA's labelled files (<c>pert, gene, label, split</c>; the name says the cell line and whether the label is <c>de</c> or
/// <c>dir</c>) and tables with the columns of Tahoe-100M's pseudobulk table.
/// </summary>
public static class ExpressionTableImport
{
    /// <summary>The end of the names of the files that this writes.</summary>
    internal const string Ending = ".duckdb";

    public const string Description = "expression table";

    private static readonly string[] Labelled = ["pert", "gene", "label", "split"];
    private static readonly string[] Measured =
        ["gene_name", "log2FoldChange", "padj", "plate", "n_cells_trt", "drug", "concentration", "Cell_Name_Vevo"];

    public static bool Recognises(FileHead head) =>
        head.HasColumns(Labelled) || head.IsParquet("differential_expression")
            || head.HasColumns("gene_name", "log2FoldChange", "padj");

    /// <summary>Writes the table unless this very file is installed already.</summary>
    /// <exception cref="ImportException">A column is missing, or a row cannot be read; the file is named, and the line of a
    /// text.</exception>
    public static FileOutcome Import(SourceFile file, DuckDbSession session, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var name = Path.GetFileNameWithoutExtension(file.PlainName);
        var path = Path.Combine(folder, $"{name}-{file.Hash[..12]}{Ending}");
        try
        {
            if (!File.Exists(path + ".json")) Write(session, file, name, path, ct);
            foreach (
                var old in Directory.EnumerateFiles(folder, $"{name}-????????????{Ending}*")
                .Where(f => !f.StartsWith(path, StringComparison.Ordinal))) File.Delete(old);
            var table = Read(path)!;
            return new(
                file.Name, Description,
                $"{table.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows, {table.Kind.ToString().ToLowerInvariant()}", [])
            {
                Warnings = table.Warnings,
            };
        }
        catch (DuckDbException failure)
        {
            throw new ImportException(file.Name, null, failure.Message, failure);
        }
    }

    /// <summary>The line about a table; null when it is not there or not whole.</summary>
    internal static ExpressionTable? Read(string path)
    {
        try
        {
            return File.Exists(path) && File.Exists(path + ".json")
                ? JsonSerializer.Deserialize<ExpressionTable>(File.ReadAllText(path + ".json")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(DuckDbSession session, SourceFile file, string name, string path, CancellationToken ct)
    {
        if (file.PlainName.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
        {
            var (select, table) = MeasuredOf(session, file, name, file.Path, ct);
            Write(session, select, table, file.Path, path, ct);
            return;
        }
        var plain = path + ".csv";
        try
        {
            var (isLabelled, warnings) = ExpressionText.Write(file, plain, Labelled, Measured, ct);
            var (select, table) = isLabelled ? LabelledOf(file, name) : MeasuredOf(session, file, name, plain, ct);
            Write(session, select, table with { Warnings = warnings }, plain, path, ct);
        }
        finally
        {
            File.Delete(plain);
        }
    }

    private static void Write(
        DuckDbSession session, string select, ExpressionTable table, string from, string path, CancellationToken ct)
    {
        File.Delete(path + ".part"); // of an import that was cut off
        session.Execute($"ATTACH '{Quoted(path)}.part' AS written", ct);
        try
        {
            session.Execute(
                $"CREATE TABLE written.rows AS SELECT {Folded("context")} AS context_key, {Folded("perturbation")} AS perturbation_key, "
                + $"* FROM ({select}) ORDER BY 1, 2, gene, dose, plate", ct, from);
            using (var count = session.Query("SELECT count(*) FROM written.rows", ct))
                table = table with { Rows = count.Read() ? count.Int64(0)!.Value : 0 };
            // A Parquet file comes from a program, and counting in it would take as long as sorting it.
            if (from.EndsWith(".csv", StringComparison.Ordinal) && Opposites(session, ct) is { } opposites)
                table = table with { Warnings = [.. table.Warnings, opposites] };
        }
        finally
        {
            session.Execute("DETACH written", CancellationToken.None);
        }
        File.Move(path + ".part", path, overwrite: true);
        File.WriteAllText(path + ".json.part", JsonSerializer.Serialize(table));
        File.Move(path + ".json.part", path + ".json", overwrite: true);
    }

    /// <summary>One gene twice for the same question, once up and once down.</summary>
    private static string? Opposites(DuckDbSession session, CancellationToken ct)
    {
        const int named = 3;
        var found = new List<string>();
        using var rows = session.Query(
            $"SELECT gene, perturbation, context FROM written.rows GROUP BY context, perturbation, gene, dose, plate HAVING "
                + $"(min(log2fc) < 0 AND max(log2fc) > 0) OR (bool_or(up) AND NOT bool_and(up)) ORDER BY 3, 2, 1 LIMIT {named + 1}", ct);
        while (rows.Read()) found.Add($"{rows.Text(0)} ({rows.Text(1)}, {rows.Text(2)})");
        return found.Count == 0 ? null
            : $"A gene stands there twice with opposite signs: "
                + $"{string.Join(", ", found.Take(named))}{(found.Count > named ? " and others" : "")}. Verdicts on it rest on either row.";
    }

    private static (string, ExpressionTable) LabelledOf(SourceFile file, string name)
    {
        if (name.Split('-') is not [{ Length: > 0 } context, "de" or "dir"])
            throw new ImportException(file.Name, null, "the name must say the cell line and the label, as in k562-de.csv or k562-dir.csv.");
        var isDirection = name.EndsWith("-dir", StringComparison.Ordinal);
        var label = "CASE label WHEN '1' THEN true WHEN '0' THEN false ELSE error('the label is ' || label || ', it must be 0 or 1') END";
        return ($"""
            SELECT '{Quoted(context.ToUpperInvariant())}' AS context, pert AS perturbation, gene, NULL::DOUBLE AS log2fc,
              NULL::DOUBLE AS padj,
                   {(isDirection ? "true" : label)} AS changed, {(isDirection ? label : "NULL::BOOLEAN")} AS up, NULL::DOUBLE AS dose,
                     NULL::VARCHAR AS plate, NULL::BIGINT AS cells, split
            FROM read_csv(?, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
            """, new(name, "PerturbQA", file.Version, ExpressionTableKind.Labelled, false, 0));
    }

    private static (string, ExpressionTable) MeasuredOf(
        DuckDbSession session, SourceFile file, string name, string path, CancellationToken ct)
    {
        var read = path.EndsWith(".csv", StringComparison.Ordinal) ? "read_csv(?, header = true, all_varchar = true, nullstr = "
            + "'', delim = ',', quote = '\"', escape = '\"')"
            : "read_parquet(?)";
        using (var rows = session.Query($"SELECT * FROM {read} LIMIT 0", ct, path))
            if (Measured.Where(c => !rows.Columns.Contains(c)).ToList() is { Count: > 0 } missing)
                throw new ImportException(
                    file.Name, null,
                    $"there is no column {string.Join(", ", missing)}. The columns are: {string.Join(", ", rows.Columns.Take(30))}.");
        var isSynthetic = name.StartsWith("synthetic", StringComparison.OrdinalIgnoreCase);
        return ($"""
            SELECT Cell_Name_Vevo AS context, drug AS perturbation, gene_name AS gene, log2FoldChange::DOUBLE AS log2fc, CASE
              WHEN isnan(padj::DOUBLE) THEN NULL ELSE padj::DOUBLE END AS padj,
                   NULL::BOOLEAN AS changed, NULL::BOOLEAN AS up, concentration::DOUBLE AS dose, plate::VARCHAR AS plate,
                     n_cells_trt::BIGINT AS cells, NULL::VARCHAR AS split
            FROM {read}
            """, new(name, isSynthetic ? ExpressionTable.Synthetic : "Tahoe-100M expression", file.Version,
                ExpressionTableKind.Measured, isSynthetic, 0));
    }

    /// <summary>Names are compared without blanks, hyphens and case, as everywhere.</summary>
    private static string Folded(string column) =>
        $"lower(regexp_replace(replace({column}, '\u03B2', 'beta'), '[\\s_\u2010-\u2015-]+', '', 'g'))";

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
