using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>Opens a Parquet file by the columns that are wanted of it.</summary>
internal static class ParquetTable
{
    /// <summary>Rows in the file's order, every column as text.</summary>
    /// <exception cref="ImportException">The file is no Parquet, is cut off, or lacks a column.</exception>
    public static TableRows Open(DuckDbSession session, SourceFile file, CancellationToken ct, params string[] columns)
    {
        try
        {
            var present = Columns(session, file.Path, ct);
            var missing = columns.Where(c => !present.Contains(c)).ToList();
            if (missing.Count > 0) throw new ImportException(
                file.Name, null,
                $"there is no column {string.Join(", ", missing)}. The columns are: {string.Join(", ", present.Take(30))}.");
            var wanted =
                string.Join(", ", columns.Select(c => $"CAST(\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\" AS VARCHAR)"));
            return session.Query($"SELECT {wanted} FROM read_parquet(?)", ct, file.Path);
        }
        catch (DuckDbException failure)
        {
            throw new ImportException(file.Name, null, failure.Message, failure);
        }
    }

    public static List<string> Columns(DuckDbSession session, string path, CancellationToken ct)
    {
        using var rows = session.Query("SELECT * FROM read_parquet(?) LIMIT 0", ct, path);
        return [.. rows.Columns];
    }
}
