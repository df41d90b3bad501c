using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Generation.Tables;
using VcrPortal.Generation.Verifiers;
using VcrPortal.Generation.Verifiers.GeneExpression;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Tables;

/// <summary>Tables of differential expression: their import, their look-up, and the decision table over them.</summary>
public sealed class ExpressionTests : IDisposable
{
    private const string Columns = "gene_name, log2FoldChange, padj, plate, n_cells_trt, drug, concentration, Cell_Name_Vevo";
    private readonly TempFolder _folder = new();
    private readonly Lazy<DuckDbSession> _session = new(() => DuckDbSession.Open(new DuckDbOptions(256 << 20)));

    public void Dispose()
    {
        if (_session.IsValueCreated) _session.Value.Dispose();
        _folder.Dispose();
    }

    private async Task<FileOutcome> ImportAsync(string path) =>
        ExpressionTableImport.Import(
            await SourceFile.ReadAsync(path, CancellationToken.None), _session.Value, _folder.File("tables"), CancellationToken.None);

    private Task<FileOutcome> ImportAsync(string name, string text) => ImportAsync(_folder.Write("in/" + name, text));

    private Task<FileOutcome> ImportMeasuredAsync(string name, string rows, string columns = Columns)
    {
        Directory.CreateDirectory(_folder.File("in"));
        _session.Value.Execute(
            $"COPY (SELECT * FROM (VALUES {rows}) t({columns})) TO '{_folder.File($"in/{name}.parquet")}' (FORMAT parquet)",
            CancellationToken.None);
        return ImportAsync(_folder.File($"in/{name}.parquet"));
    }

    private ExpressionTables Open() => ExpressionTables.Open(_folder.File("tables"))!;

    [Fact]
    public async Task Labelled_RowsAreFoundByCellAndPerturbation()
    {
        Assert.Equal(
            "3 rows, labelled",
            (await ImportAsync("k562-dir.csv", "pert,gene,label,split\nAAMP,BTG1,1,train\nAAMP,CD63,0,test\nZZZ,BTG1,0,train\n")).Taken);
        await ImportAsync("k562-de.csv", "pert,gene,label,split\nAAMP,DDIT3,0,train\n");
        using var tables = Open();
        var rows = tables.Find("k-562", "aamp", ["BTG1", "CD63", "DDIT3", "TP53"], CancellationToken.None);
        Assert.Equal(
            [("DDIT3", false, (bool?)null), ("BTG1", true, true), ("CD63", true, false)],
            rows.Select(r => (r.Gene, r.IsChanged!.Value, r.IsUp)));
        Assert.Empty(tables.Find("RPE1", "AAMP", ["BTG1"], CancellationToken.None));
    }

    [Fact]
    public async Task Measured_HighestDoseAndLargestPlateAreTold_AndNanIsNotTested()
    {
        await ImportMeasuredAsync("pseudobulk_differential_expression",
            "('G1', 1.0, 0.01, 'p1', 50, 'Drug A ', 0.5, 'A549'), ('G1', 2.5, 0.001, 'p1', 20, 'Drug A ', 5.0, 'A549'), ('G1', -9.0, "
            + "0.001, 'p2', 10, 'Drug A ', 5.0, 'A549'), ('G2', 1.0, 'NaN'::DOUBLE, 'p1', 50, 'Drug A ', 5.0, 'A549'), ('G3', 1.0, NULL, "
            + "'p1', 50, 'Drug A ', 5.0, 'A549')");
        using var tables = Open();
        var rows = tables.Find("A549", "drug a", ["G1", "G2", "G3"], CancellationToken.None);
        Assert.Equal(
            [("G1", 2.5, 5.0, 2L), ("G2", 1.0, 5.0, 1L), ("G3", 1.0, 5.0, 1L)],
            rows.Select(r => (r.Gene, r.Log2FoldChange!.Value, r.Dose!.Value, r.Plates)));
        Assert.Equal([0.001, null, null], rows.Select(r => r.Adjusted));
    }

    [Fact]
    public async Task Import_TheSameFileAgain_KeepsTheTable_AndAnotherOfItsNameReplacesIt()
    {
        await ImportAsync("k562-de.csv", "pert,gene,label,split\nA,B,0,train\n");
        var first = Directory.GetFiles(_folder.File("tables")).Order().ToList();
        await ImportAsync("k562-de.csv", "pert,gene,label,split\nA,B,0,train\n");
        Assert.Equal(first, Directory.GetFiles(_folder.File("tables")).Order());
        await ImportAsync("k562-de.csv", "pert,gene,label,split\nA,B,1,train\n");
        using var tables = Open();
        Assert.True(Assert.Single(tables.Find("K562", "A", ["B"], CancellationToken.None)).IsChanged);
    }

    private const string MeasuredHead = "gene_name;log2FoldChange;padj;plate;n_cells_trt;drug;concentration;Cell_Name_Vevo\n";

    [Fact]
    public async Task Import_OfASpreadsheetsTable_ReadsSemicolonsCommasAndEmptyWords()
    {
        await ImportAsync(
            "excel.csv", MeasuredHead + "EGR1;-2,5;NULL;p1;1.2e3;Binimetinib;0,5;C32\n"
                + "FOS;1,25;#N/A;p1;90;Binimetinib;0,5;C32\nJUN;-1;2,5E-3;p1;90;Binimetinib;0,5;C32\n");
        using var tables = Open();
        var rows = tables.Find("C32", "Binimetinib", ["EGR1", "FOS", "JUN"], CancellationToken.None).OrderBy(r => r.Gene).ToList();
        Assert.Equal([-2.5, 1.25, -1.0], rows.Select(r => r.Log2FoldChange!.Value));
        Assert.Equal([null, null, 0.0025], rows.Select(r => r.Adjusted));
        Assert.All(rows, r => Assert.Equal(0.5, r.Dose));
    }

    [Fact]
    public async Task Import_OfACellThatIsNoNumber_NamesFileLineAndColumn()
    {
        var wrong = await Assert.ThrowsAsync<ImportException>(
            () => ImportAsync("t.csv", MeasuredHead + "EGR1;-2;0.1;p1;9;Binimetinib;5;C32\nFOS;1,234;0.1;p1;9;Binimetinib;5;C32\n"));
        Assert.StartsWith("t.csv, line 3: log2FoldChange is \u201C1,234\u201D, which is no number",
            wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfDatesAndOppositeSigns_Warns_AlsoTheSecondTime()
    {
        const string rows = "3-Dec;2;0.1;p1;9;Binimetinib;5;C32\nEGR1;2;0.1;p1;9;Binimetinib;5;C32\nEGR1;-2;0.1;p1;9;Binimetinib;5;C32\n";
        foreach (var _ in (int[])[1, 2])
        {
            var outcome = await ImportAsync("t.csv", MeasuredHead + rows);
            Assert.Contains(outcome.Warnings, w => w.Contains("3-Dec", StringComparison.Ordinal));
            Assert.Contains(outcome.Warnings, w => w.Contains("opposite signs: EGR1 (Binimetinib, C32)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Import_BadTable_SaysWhatAndLeavesNothing()
    {
        foreach (var (name, text, says) in new[]
        {
            ("k562-de.csv", "pert,gene,label,split\nA,B,maybe,train\n", "line 2: the label is \u201cmaybe\u201d"),
            ("k562.csv", "pert,gene,label,split\nA,B,1,train\n", "the name must say the cell line"),
            ("x.csv", "gene_name,log2FoldChange,padj\nA,1,1\n", "there is no column plate, n_cells_trt"),
        })
            Assert.Contains(
                says, (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(name, text))).Message, StringComparison.Ordinal);
        Assert.Null(ExpressionTables.Open(_folder.File("tables")));
    }

    [Fact]
    public async Task Table_WhoseWritingWasCutOff_IsNotThere()
    {
        await ImportAsync("k562-de.csv", "pert,gene,label,split\nA,B,0,train\n");
        File.Delete(Assert.Single(Directory.GetFiles(_folder.File("tables"), "*.json")));
        Assert.Null(ExpressionTables.Open(_folder.File("tables")));
    }

    [Fact]
    public async Task Synthetic_Table_SaysSoInEveryVerdict()
    {
        await ImportMeasuredAsync("synthetic_differential_expression", "('TP53', 2.5, 0.001, 'p1', 20, 'Binimetinib', 5.0, 'C32')");
        using var tables = Open();
        Assert.Contains("Synthetic table", Assert.Single(await VerifyAsync(tables, "TP53", "up")).Reason, StringComparison.Ordinal);
    }

    private static ExpressionRow Row(
        ExpressionTableKind kind, double? change = null, double? adjusted = null, bool? changed = null, bool? up = null) =>
        new(new("t", "T", "1", kind, false, 1), "C", "P", "G", change, adjusted, changed, up, null, 1);

    public static TheoryData<ExpressionTableKind, double?, double?, VerdictKind, VerdictKind> MeasuredRows => new()
    {
        { ExpressionTableKind.Measured, 2.0, null, VerdictKind.Undetermined, VerdictKind.Undetermined },
        { ExpressionTableKind.Measured, 1.5, 0.049, VerdictKind.Supported, VerdictKind.Supported },
        { ExpressionTableKind.Measured, -1.5, 0.049, VerdictKind.Refuted, VerdictKind.Refuted },
        { ExpressionTableKind.Measured, 1.49, 0.01, VerdictKind.Undetermined, VerdictKind.Supported },
        { ExpressionTableKind.Measured, -1.49, 0.01, VerdictKind.Undetermined, VerdictKind.Refuted },
        { ExpressionTableKind.Measured, 3.0, 0.05, VerdictKind.Undetermined, VerdictKind.Refuted },
        { ExpressionTableKind.Predicted, -3.0, 0.001, VerdictKind.Undetermined, VerdictKind.Undetermined },
        { ExpressionTableKind.Predicted, 3.0, 0.001, VerdictKind.Supported, VerdictKind.Supported },
    };

    [Theory, MemberData(nameof(MeasuredRows))]
    public void Decide_MeasuredRow_ByBothProfiles(
        ExpressionTableKind kind, double? change, double? adjusted, VerdictKind lenient, VerdictKind strict) =>
        Assert.Equal((lenient, strict), ExpressionVerifier.Decide(Row(kind, change, adjusted), isUp: true));

    [Theory]
    [InlineData(true, true, VerdictKind.Supported, VerdictKind.Supported)]
    [InlineData(true, false, VerdictKind.Refuted, VerdictKind.Refuted)]
    [InlineData(true, null, VerdictKind.Undetermined, VerdictKind.Undetermined)]
    [InlineData(false, null, VerdictKind.Undetermined, VerdictKind.Refuted)]
    public void Decide_LabelledRow_ByBothProfiles(bool changed, bool? up, VerdictKind lenient, VerdictKind strict) =>
        Assert.Equal((lenient, strict), ExpressionVerifier.Decide(Row(ExpressionTableKind.Labelled, changed: changed, up: up), isUp: true));

    [Fact]
    public async Task Verify_GeneByGene_WithTheOtherProfileBesideIt()
    {
        await ImportMeasuredAsync(
            "pseudobulk_differential_expression",
            "('TP53', 2.5, 0.001, 'p1', 20, 'Binimetinib', 5.0, 'C32'), ('MYC', 1.0, 0.001, 'p1', 20, 'Binimetinib', 5.0, 'C32')");
        using var tables = Open();
        var verdicts = await VerifyAsync(tables, "TP53\", \"MYC\", \"CCND1", "down");
        Assert.Equal(
            [("TP53", VerdictKind.Refuted), ("MYC", VerdictKind.Undetermined), ("CCND1", VerdictKind.Undetermined)],
            verdicts.Select(v => (v.Claim.Member!, v.Kind)));
        Assert.Contains("by paper-text: refuted", verdicts[1].Thresholds, StringComparison.Ordinal);
        Assert.True(verdicts[0].IsIndependent);
        Assert.Contains("log2FC 2.5, padj 1E-3", verdicts[0].Reason, StringComparison.Ordinal);
    }

    private static async Task<ImmutableArray<Verdict>> VerifyAsync(ExpressionTables tables, string genes, string direction)
    {
        var pack = StarterPack.Load();
        var recognizer = new EntityRecognizer(pack);
        var question = new QuestionGrounding(new(pack), recognizer)
            .Ground(new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]));
        var graph = ExplanationReader.Read(
            $"""regulates_expression(id="n1", regulator="ERK", gene_list=["{genes}"], direction="{direction}")""").Graph;
        var verdicts = ImmutableArray.CreateBuilder<Verdict>();
        var request =
            new VerificationRequest(question, graph, ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty, new EvidenceIndex([]));
        await foreach (var verdict in new ExpressionVerifier(tables, recognizer).VerifyAsync(request, CancellationToken.None)) verdicts.Add(
            verdict);
        return verdicts.ToImmutable();
    }

    [DataFact]
    public async Task PerturbQa_KnockDownOfARealGene_JudgesRealGenes()
    {
        await ImportAsync(ReferenceData.File("perturbqa/k562-dir.csv"));
        using var tables = Open();
        var rows = tables.Find("K562", "AAMP", ["ATP5IF1", "BTG1", "CD63", "DDIT3"], CancellationToken.None);
        Assert.All(rows, r => Assert.True(r.IsUp));
        Assert.Equal(4, rows.Length);
    }
}
