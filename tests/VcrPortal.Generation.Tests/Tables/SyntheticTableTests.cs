using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tables;
using VcrPortal.Generation.Verifiers.GeneExpression;
using VcrPortal.Review;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Tables;

/// <summary>The made-up table has the shape of the real one, is the same for a seed, and nothing that rests on it hides that.</summary>
public sealed class SyntheticTableTests : IDisposable
{
    private const int Seed = 7;

    /// <summary>The columns of Tahoe-100M's table, in its order.</summary>
    private static readonly string[] Columns =
    [
        "gene_name", "baseMean", "log2FoldChange", "lfcSE", "stat", "pvalue", "padj", "plate", "n_cells_trt", "n_cells_ctrl",
        "Cell_ID_Cellosaur", "Cell_ID_DepMap", "drug", "concentration", "concentration_unit", "Cell_Name_Vevo",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(DuckDbSession session, string name, int seed)
    {
        var pack = StarterPack.Load();
        var path = _folder.File(name);
        SyntheticExpression.Write(
            session, path, new([.. pack.Compounds.Select(c => c.SourceRow)], ["C32"], [.. pack.Genes.Select(g => g.Symbol)]), 20_000, seed);
        return path;
    }

    [Fact]
    public void Table_HasTheColumnsAndTheShapeOfTahoes()
    {
        using var session = DuckDbSession.Open(new DuckDbOptions(256 << 20));
        var path = Write(session, SyntheticExpression.Name, Seed);
        using (var head = session.Query("SELECT * FROM read_parquet(?) LIMIT 0", CancellationToken.None, path)) Assert.Equal(
            Columns, head.Columns);
        using var shape = session.Query(
            "SELECT avg((baseMean = 0)::INT), avg((padj IS NULL)::INT), count(*) FROM read_parquet(?)", CancellationToken.None, path);
        Assert.True(shape.Read());
        Assert.InRange(shape.Double(0)!.Value, 0.58, 0.60);
        Assert.InRange(shape.Double(1)!.Value, 0.79, 0.81);
        Assert.InRange(shape.Int64(2)!.Value, 20_000, 21_000);
    }

    [Fact]
    public void Table_OfTheSameSeed_IsTheSame_AndOfAnotherIsNot()
    {
        using var session = DuckDbSession.Open(new DuckDbOptions(256 << 20));
        long Differing(string one, string other)
        {
            using var rows = session.Query(
                "SELECT count(*) FROM (FROM read_parquet(?) EXCEPT FROM read_parquet(?))", CancellationToken.None, one, other);
            return rows.Read() ? rows.Int64(0)!.Value : -1;
        }
        var (first, second, other) =
            (Write(session, "a.parquet", Seed), Write(session, "b.parquet", Seed), Write(session, "c.parquet", Seed + 1));
        Assert.Equal(0, Differing(first, second));
        Assert.True(Differing(first, other) > 1_000);
    }

    [Fact]
    public async Task TraceMadeWithIt_SaysSyntheticInEveryVerdictThatRestsOnIt()
    {
        using var session = DuckDbSession.Open(new DuckDbOptions(256 << 20));
        var file = await SourceFile.ReadAsync(Write(session, SyntheticExpression.Name, Seed), CancellationToken.None);
        ExpressionTableImport.Import(file, session, _folder.File("tables"), CancellationToken.None);
        using var tables = ExpressionTables.Open(_folder.File("tables"))!;
        var trace = await GeneratedTrace.RunAsync(
            GraphPipeline.Over(InstalledKnowledge.From(StarterPack.Load()) with { Expression = tables }),
            new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]));
        var verdicts = trace.Verdicts.Where(v => v.Verifier == ExpressionVerifier.VerifierName && !v.Rows.IsEmpty).ToList();
        Assert.NotEmpty(verdicts);
        Assert.All(verdicts, v => Assert.StartsWith("Synthetic table: ", v.Reason, StringComparison.Ordinal));
        Assert.All(verdicts.SelectMany(v => v.Rows), r => Assert.Equal(ExpressionTable.Synthetic, r.Source));
    }
}
