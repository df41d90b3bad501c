using System.Collections.Immutable;
using VcrPortal.Generation.Tables;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>Rows of a Parquet file of the reference data, every cell as text.</summary>
internal static class ParquetFile
{
    public static List<ParquetRow> Rows(string name, params string[] columns)
    {
        var wanted = columns.Length == 0 ? "COLUMNS(*)" : $"COLUMNS(['{string.Join("', '", columns)}'])";
        using var session = DuckDbSession.Open(new DuckDbOptions());
        var file = ReferenceData.File(Path.Combine("tahoe", name));
        using var rows = session.Query($"SELECT {wanted}::VARCHAR FROM read_parquet(?)", CancellationToken.None, file);
        var read = new List<ParquetRow>();
        while (rows.Read()) read.Add(new(rows.Columns, [.. rows.Columns.Select((_, i) => rows.Text(i))]));
        return read;
    }
}

internal sealed record ParquetRow(ImmutableArray<string> Columns, ImmutableArray<string?> Cells)
{
    /// <summary>The cell as text; null when it is null.</summary>
    public string? Text(string column) => Cells[Columns.IndexOf(column)];
}
