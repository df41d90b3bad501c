using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;

namespace VcrPortal.Generation.Tables;

/// <summary>
/// The installed tables of differential expression. They stay in their files; a question reads the few groups of rows that may hold its
/// answer. One question at a time is put to DuckDB, the others wait.
/// </summary>
public sealed class ExpressionTables : IDisposable
{
    /// <summary>More genes than a trace names.</summary>
    public const int MostGenes = 1_000;

    /// <summary>Rows of alike perturbations that are looked at.</summary>
    private const int MostMoved = 50_000;

    /// <summary>Tables and cells of which is remembered whether they go together.</summary>
    private const int MostContexts = 10_000;

    /// <summary>The threshold of the adjusted p value.</summary>
    public const double Significance = 0.05;

    private readonly ImmutableArray<(string Path, ExpressionTable Table)> _tables;
    private readonly Dictionary<(int Table, string Context), bool> _contexts = [];
    private readonly Lazy<DuckDbSession> _session;
    private readonly Lock _one = new();

    private ExpressionTables(ImmutableArray<(string, ExpressionTable)> tables, DuckDbOptions options)
    {
        _tables = tables;
        _session = new(() =>
        {
            var session = DuckDbSession.Open(options);
            for (var i = 0; i < tables.Length;
                i++) session.Execute(
                $"ATTACH '{tables[i].Item1.Replace("'", "''", StringComparison.Ordinal)}' AS table_{i} (READ_ONLY)",
                CancellationToken.None);
            return session;
        });
    }

    public IEnumerable<ExpressionTable> All => _tables.Select(t => t.Table);

    /// <summary>Null when none is installed.</summary>
    public static ExpressionTables? Open(string folder, DuckDbOptions? options = null)
    {
        if (!Directory.Exists(folder)) return null;
        var tables = Directory.EnumerateFiles(folder, "*" + ExpressionTableImport.Ending).Order(StringComparer.Ordinal)
            .Select(path => (path, Table: ExpressionTableImport.Read(path))).Where(t => t.Table is not null).ToImmutableArray();
        return tables.IsEmpty ? null : new([.. tables.Select(t => (t.path, t.Table!))], options ?? new DuckDbOptions(256L << 20));
    }

    /// <summary>
    /// What all tables say of these genes: at most one row of a table for each gene, at the highest dose, from the plate with most treated
    /// cells.
    /// </summary>
    /// <exception cref="DuckDbException">A table is damaged.</exception>
    public ImmutableArray<ExpressionRow> Find(string context, string perturbation, IReadOnlyList<string> genes, CancellationToken ct)
    {
        if (genes.Count is 0 or > MostGenes) return [];
        var found = ImmutableArray.CreateBuilder<ExpressionRow>();
        lock (_one)
            for (var i = 0; i < _tables.Length; i++) Find(i, context, perturbation, genes, found, ct);
        return found.ToImmutable();
    }

    /// <summary>What is looked up for a question; null unless one perturbation was made in one named cell.</summary>
    public static (string Context, string Perturbation)? Asked(Question question) =>
        question.Causes is [var cause]
            && (question.Line?.Name ?? question.Record.Contexts.Select(c => c.CellLine).FirstOrDefault(c => c is not null)) is { } context
            ? (context, cause.Compound?.SourceRow ?? cause.Actor) : null;

    /// <summary>
    /// Every gene that these perturbations moved in this cell: labelled up or down, or measured with an adjusted p value below 0.05 at the
    /// highest dose. Tables of predictions are not asked.
    /// </summary>
    /// <exception cref="DuckDbException">A table is damaged.</exception>
    public ImmutableArray<MovedGene> MovedBy(string context, IReadOnlyList<string> perturbations, CancellationToken ct)
    {
        var moved = ImmutableArray.CreateBuilder<MovedGene>();
        lock (_one)
            for (var i = 0; i < _tables.Length; i++)
                if (_tables[i].Table.Kind != ExpressionTableKind.Predicted && perturbations.Count is > 0 and <= MostGenes
                    && HasContext(i, NameFolding.Fold(context), ct)) MovedBy(i, context, perturbations, moved, ct);
        return moved.ToImmutable();
    }

    private void MovedBy(
        int table, string context, IReadOnlyList<string> perturbations, ImmutableArray<MovedGene>.Builder moved, CancellationToken ct)
    {
        var sql = $"""
            SELECT perturbation, gene, coalesce(up, log2fc > 0) FROM table_{table}.rows
            WHERE context_key = ? AND perturbation_key IN ({string.Join(", ", Enumerable.Repeat("?", perturbations.Count))})
              AND (up IS NOT NULL OR padj < {Significance.ToString(CultureInfo.InvariantCulture)})
            QUALIFY row_number() OVER (PARTITION BY perturbation, gene ORDER BY dose DESC NULLS LAST, cells DESC NULLS LAST,
              plate) = 1 ORDER BY perturbation, gene LIMIT {MostMoved}
            """;
        using var rows = _session.Value.Query(sql, ct, [NameFolding.Fold(context), .. perturbations.Select(NameFolding.Fold)]);
        while (rows.Read()) moved.Add(new(_tables[table].Table, rows.Text(0) ?? "", rows.Text(1) ?? "", rows.Boolean(2) ?? false));
    }

    /// <summary>Asked once for each table and cell: most tables are of other cells.</summary>
    private bool HasContext(int table, string context, CancellationToken ct)
    {
        if (_contexts.TryGetValue((table, context), out var known)) return known;
        if (_contexts.Count >= MostContexts) _contexts.Clear();
        using var rows = _session.Value.Query($"SELECT 1 FROM table_{table}.rows WHERE context_key = ? LIMIT 1", ct, context);
        return _contexts[(table, context)] = rows.Read();
    }

    private void Find(
        int table, string context, string perturbation, IReadOnlyList<string> genes, ImmutableArray<ExpressionRow>.Builder found,
        CancellationToken ct)
    {
        var sql = $"""
            SELECT context, perturbation, gene, log2fc, padj, changed, up, dose, count(*) OVER (PARTITION BY gene, dose) AS plates
            FROM table_{table}.rows WHERE context_key = ? AND perturbation_key = ? AND gene IN ({string.Join(", ", Enumerable.Repeat("?",
              genes.Count))})
            QUALIFY row_number() OVER (PARTITION BY gene ORDER BY dose DESC NULLS LAST, cells DESC NULLS LAST, plate) = 1 ORDER BY gene
            """;
        using var rows = _session.Value.Query(sql, ct, [NameFolding.Fold(context), NameFolding.Fold(perturbation), .. genes]);
        while (rows.Read())
            found.Add(
                new(_tables[table].Table, rows.Text(0) ?? "", rows.Text(1) ?? "", rows.Text(2) ?? "", rows.Double(3), rows.Double(4),
                rows.Boolean(5), rows.Boolean(6), rows.Double(7), rows.Int64(8) ?? 0));
    }

    public void Dispose()
    {
        if (_session.IsValueCreated) _session.Value.Dispose();
    }
}
