using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Web.Features.Traces.Import;

/// <summary>The traces of a Parquet file with VC-TRACES' columns, in the file's order.</summary>
internal static class ParquetTraces
{
    /// <exception cref="UnreadableInputException">The file is cut off or damaged, or has no column <c>explain</c>.</exception>
    public static IEnumerable<FileRecord> Read(string path, CancellationToken ct)
    {
        using var session = DuckDbSession.Open(new DuckDbOptions());
        using var rows = Open(session, path, ct);
        while (Next(rows)) yield return TraceFileReader.Parse(FormattableString.Invariant($"row {rows.Number}"), rows.Text(0) ?? "");
    }

    private static TableRows Open(DuckDbSession session, string path, CancellationToken ct)
    {
        try
        {
            List<string> columns;
            using (var head = session.Query("SELECT * FROM read_parquet(?) LIMIT 0", ct, path)) columns = [.. head.Columns];
            if (!columns.Contains("explain"))
                throw new UnreadableInputException($"has no column explain. Its columns are {string.Join(", ", columns.Take(20))}.");
            string[] wanted = [.. columns.Intersect(RecordFields.Texts.Concat(RecordFields.Structures))];
            var fields = string.Join(", ", wanted.Select(c => $"{c} := {c}"));
            return session.Query($"SELECT CAST(to_json(struct_pack({fields})) AS VARCHAR) FROM read_parquet(?)", ct, path);
        }
        catch (DuckDbException failure) { throw Damaged(failure); }
    }

    private static bool Next(TableRows rows)
    {
        try { return rows.Read(); }
        catch (DuckDbException failure) { throw Damaged(failure); }
    }

    private static UnreadableInputException Damaged(DuckDbException failure) => new(
        $"cannot be read as Parquet; it may be cut off. Fetch it again. ({failure.Message})", failure);
}
