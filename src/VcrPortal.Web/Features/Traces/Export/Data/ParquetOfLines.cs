using VcrPortal.Generation.Tables;

namespace VcrPortal.Web.Features.Traces.Export.Data;

/// <summary>Turns JSON Lines into Parquet. The columns are named with their types, so that a data set without any verdict has
/// the same schema as one with thousands.</summary>
internal static class ParquetOfLines
{
    /// <summary>The most bytes of one line: the longest report and its verdicts are well below. DuckDB holds buffers of twice this size for
    /// each
    /// thread.</summary>
    private const int LongestLine = 16 << 20;

    private const string Columns = """
        {perturbation: 'STRUCT(context STRUCT("cell type" VARCHAR, subtype VARCHAR, description VARCHAR)[],
          perturbations STRUCT("name" VARCHAR, "perturbation type" VARCHAR, "known targets" VARCHAR, moa_type VARCHAR, smiles VARCHAR)[])',
         question: 'VARCHAR', report_text: 'VARCHAR', explain: 'VARCHAR', dag: 'VARCHAR', explain_verified: 'VARCHAR',
           dag_verified: 'VARCHAR',
         verdicts: 'STRUCT("action" VARCHAR, "member" VARCHAR, edge_to VARCHAR, verdict VARCHAR, same_source BOOLEAN,
           strength VARCHAR, rests_on VARCHAR, verifier VARCHAR, verifier_version VARCHAR, data_version VARCHAR, reason VARCHAR,
           score DOUBLE, evidence STRUCT(source VARCHAR, "text" VARCHAR, identifier VARCHAR)[])[]',
         state: 'VARCHAR', state_reason: 'VARCHAR', trace: 'VARCHAR', hash: 'VARCHAR', job: 'BIGINT', engine: 'VARCHAR'}
        """;

    public static void Write(string lines, string parquet, CancellationToken ct)
    {
        // One thread keeps the order of the records without holding them back in memory.
        using var session =
            DuckDbSession.Open(new DuckDbOptions(1L << 30, Path.GetDirectoryName(Path.GetFullPath(parquet)), 8L << 30, Threads: 1));
        session.Execute(
            $"COPY (SELECT * FROM read_json({Quoted(lines)}, format = 'newline_delimited', maximum_object_size = {LongestLine}, columns "
            + $"= {Columns})) TO {Quoted(parquet)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)", ct);
    }

    private static string Quoted(string path) => $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
