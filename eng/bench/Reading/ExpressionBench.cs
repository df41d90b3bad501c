using System.Diagnostics;
using System.Globalization;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Tables;
using VcrPortal.Review;

namespace VcrPortal.Bench.Reading;

/// <summary>What a trace's genes cost to look up in a large table of differential expression. The baseline is the same question put to the
/// table as it came.</summary>
internal static class ExpressionBench
{
    private const int Seed = 20260822;
    private const string Target = "under 20 ms";
    private static readonly string[] Genes = ["GENE7", "GENE4242", "GENE17", "GENE62000", "GENE123", "GENE31000", "GENE50001", "GENE999"];

    /// <summary>Set VCR_BENCH_ROWS for another size than that of the target.</summary>
    private static long Rows =>
        long.TryParse(Environment.GetEnvironmentVariable("VCR_BENCH_ROWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? rows : 100_000_000;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        const string what = "look up 8 genes of one perturbation in a cell";
        var folder = Directory.CreateTempSubdirectory("vcr-bench-").FullName;
        try
        {
            return await MeasureAsync(what, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(string what, string folder)
    {
        var raw = Path.Combine(folder, SyntheticExpression.Name);
        using var session = DuckDbSession.Open(new DuckDbOptions(TempFolder: Path.Combine(folder, "tmp")));
        SyntheticExpression.Write(session, raw, ExpressionNames.Numbered(lines: (int)(Rows / 62_710 / 379) + 1), Rows, Seed);
        var clock = Stopwatch.StartNew();
        var done = ExpressionTableImport.Import(
            await SourceFile.ReadAsync(raw, CancellationToken.None), session, Path.Combine(folder, "tables"), CancellationToken.None);
        var imported = clock.Elapsed;
        using var tables = ExpressionTables.Open(Path.Combine(folder, "tables"))!;
        var (pair, drugs) = (0, (int)Math.Min(379, Rows / 62_710));
        var (ours, baseline) = Stopwatches.Compare(
            () => Found(tables.Find("Line 0", $"Drug {pair++ % drugs}", Genes, CancellationToken.None).Length), () =>
            Raw(session, raw, pair++ % drugs));
        var bytes = new DirectoryInfo(Path.Combine(folder, "tables")).EnumerateFiles().Sum(f => f.Length);
        return
        [
            new($"import an expression table ({done.Taken}, {bytes >> 20} MB after it)",
                string.Create(CultureInfo.InvariantCulture, $"{imported.TotalSeconds:0} s"), null, null, "memory below 2 GiB"),
            new($"{what}, {done.Taken}", Row.Milliseconds(ours), $"the file as it came {Row.Milliseconds(baseline)}",
                Row.Times(ours / baseline), Target),
        ];
    }

    private static void Found(int rows)
    {
        if (rows != Genes.Length) throw new InvalidOperationException($"{rows} of {Genes.Length} genes were found.");
    }

    private static void Raw(DuckDbSession session, string path, int drug)
    {
        using var rows = session.Query(
            "SELECT gene_name, log2FoldChange, padj FROM read_parquet(?) WHERE Cell_Name_Vevo = ? AND drug = ? AND gene_name IN "
            + $"({string.Join(", ", Genes.Select(_ => "?"))})",
            CancellationToken.None, [path, "Line 0", $"Drug {drug}", .. Genes]);
        while (rows.Read()) { }
    }
}
