using DuckDB.NET.Data;

namespace VcrPortal.Generation.Tables;

/// <summary>What went wrong with a table, as a sentence that may be shown.</summary>
public sealed class DuckDbException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>DuckDB writes "Kind Error: what", hints and the statement with a caret; the first lines say what it is.</summary>
    internal static DuckDbException From(DuckDBException reported, string doing)
    {
        var lines = reported.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(line => !line.StartsWith("LINE ", StringComparison.Ordinal)).Take(4).ToList();
        return new(lines is [] ? $"DuckDB failed while {doing}." : $"DuckDB failed while {doing}: {string.Join(' ', lines)}", reported);
    }
}
