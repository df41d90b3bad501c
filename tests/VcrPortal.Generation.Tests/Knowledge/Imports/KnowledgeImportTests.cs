using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge.Imports;

public sealed class KnowledgeImportTests : IDisposable
{
    private const string Regulons = "tf\tconfidence\ttarget\tmor\nTP53\tA\tCDKN1A\t1\n";
    private const string Members = "HGNC,MAP2K1,isa,FPLX,MEK\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Knowledge => _folder.File("knowledge");

    private Task<ImportOutcome> ImportAsync(params string[] paths) =>
        new KnowledgeImport(Knowledge, StarterPack.Load()).RunAsync(paths, null, CancellationToken.None);

    private KnowledgeSnapshot Open() => new SnapshotFolder(Knowledge).OpenNewest().Snapshot!;

    [Fact]
    public async Task RunAsync_TheSameFilesAgain_ChangeNothing()
    {
        var file = _folder.Write("in/dorothea.tsv", Regulons);
        var first = await ImportAsync(file);
        var again = await ImportAsync(_folder.File("in"));
        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Equal(first.Version, again.Version);
        Assert.Single(Directory.GetFiles(Knowledge, "*.snapshot"));
    }

    [Fact]
    public async Task RunAsync_OneMoreSource_BuildsOnTheEarlierOnes_EvenWhenTheirFilesAreGone()
    {
        var file = _folder.Write("dorothea.tsv", Regulons);
        await ImportAsync(file);
        File.Delete(file);
        await ImportAsync(_folder.Write("relations.csv", Members));
        using var snapshot = Open();
        Assert.Equal(["DoRothEA", "FamPlex"], snapshot.Datasets.Select(d => d.Name));
    }

    /// <summary>Whether another source has the other id or the same table a second row.</summary>
    [Fact]
    public async Task RunAsync_GeneThatTwoIdsClaim_IsNamed_AndTheRestGoesOn()
    {
        var outcome = await ImportAsync(_folder.Write(
            "genes.tsv", "symbol\talias_symbol\tensembl_gene_id\nABL1\t\tENSG00000000001\nNEWGENE\t\tENSG00000000002\n"
                + "NEWGENE\t\tENSG00000000003\n"));
        var dropped = Assert.Single(outcome.Files).Dropped;
        Assert.Contains(
            dropped, d => d.Reason == "a second id of a gene; the first is kept"
                && d.Example == "ABL1: ENSEMBL:ENSG00000097007, ENSEMBL:ENSG00000000001");
        Assert.Contains(
            dropped, d => d.Reason.Contains("stands there twice", StringComparison.Ordinal)
                && d.Example.Contains("NEWGENE", StringComparison.Ordinal));
        using var snapshot = Open();
        Assert.Equal("ENSEMBL:ENSG00000000002", snapshot.OfKind(EntityKind.Gene).Single(g => g.Key == "NEWGENE").Curie);
    }

    [Fact]
    public async Task RunAsync_BrokenFile_NamesIt_AndTheOldSnapshotServes()
    {
        var first = await ImportAsync(_folder.Write("dorothea.tsv", Regulons));
        foreach (var (name, text, says) in new[]
        {
            ("dorothea.tsv", Regulons + "TP53\tA\n", "dorothea.tsv, line 3"),
            ("w.zip", "PK no zip", "w.zip: the zip archive is cut off"),
            ("kg.csv", "relation\n", "kg.csv, line 1: there is no column"),
            ("stark-nodes.tsv", "index\tid\ttype\tname\tsource\n", "it needs stark-edges.tsv beside it"),
        })
            Assert.Contains(
                says, (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.Write("bad/" + name, text)))).Message,
                StringComparison.Ordinal);
        using var snapshot = Open();
        Assert.Equal(first.Version, snapshot.Version);
        Assert.False((await ImportAsync(_folder.File("dorothea.tsv"))).IsNew);
    }

    [Fact]
    public async Task RunAsync_WhatIsNoKnowledge_IsListedOrRefused()
    {
        _folder.Write("in/dorothea.tsv", Regulons);
        _folder.Write("in/README.md", "hello");
        Assert.EndsWith("README.md", Assert.Single((await ImportAsync(_folder.File("in"))).LeftOut).File, StringComparison.Ordinal);
        Assert.Contains(
            "nothing here that can be imported",
            (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.File("in/README.md")))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "no such file", (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.File("absent")))).Message,
            StringComparison.Ordinal);
        _folder.Write("in/b/dorothea.tsv", Regulons);
        Assert.Contains(
            "is DoRothEA regulons too", (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.File("in")))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_WhileAnotherRuns_IsRefused()
    {
        Directory.CreateDirectory(Knowledge);
        using var other = new FileStream(Path.Combine(Knowledge, "import.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains(
            "another import is running",
            (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.Write("dorothea.tsv", Regulons)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Cancelled_LeavesTheOldSnapshot()
    {
        var first = await ImportAsync(_folder.Write("dorothea.tsv", Regulons));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new KnowledgeImport(Knowledge, StarterPack.Load())
                .RunAsync([_folder.Write("relations.csv", Members)], null, new CancellationToken(true)));
        using var snapshot = Open();
        Assert.Equal(first.Version, snapshot.Version);
    }

    [Fact]
    public async Task RunAsync_FilesLargerThanTheDisk_SaysSoBeforeItBegins_AndTheOldSnapshotServes()
    {
        var first = await ImportAsync(_folder.Write("dorothea.tsv", Regulons));
        var large = _folder.Write("differential_expression.csv", "gene_name,log2FoldChange,padj\n" + new string('x', 3 << 20));
        var wrong = await Assert.ThrowsAsync<ImportException>(
            () => new KnowledgeImport(Knowledge, StarterPack.Load()) { FreeSpace = _ => 1 << 20 }.RunAsync([large], null, default));
        Assert.Equal(
            $"differential_expression.csv: the files have 3 MB together, and 1 MB are free in {Knowledge}. Free some space there, or "
            + "keep knowledge in another folder.", wrong.Message);
        using var snapshot = Open();
        Assert.Equal(first.Version, snapshot.Version);
    }

    [Fact]
    public async Task In_AFolder_ListsWhatAnImportWouldTake_AndFollowsNoLink()
    {
        _folder.Write("ready/a/relations.csv", Members);
        _folder.Write("ready/notes.txt", "hello");
        _folder.Write("secret/dorothea.tsv", Regulons);
        Directory.CreateSymbolicLink(_folder.File("ready/way-out"), _folder.File("secret"));
        File.CreateSymbolicLink(_folder.File("ready/dorothea.tsv"), _folder.File("secret/dorothea.tsv"));
        var ready = ImportableFiles.In(_folder.File("ready"));
        Assert.Equal(("a/relations.csv", "FamPlex relations"), (Assert.Single(ready.Files).Name, ready.Files[0].Kind));
        Assert.Equal((1, false), (ready.Others, ready.MoreExist));
        Assert.Empty(ImportableFiles.In(_folder.File("absent")).Files);
        await ImportAsync(_folder.File("ready/a"));
        Assert.Equal(
            ("FamPlex relations", "relations.csv", 64), Assert.Single(InstalledSource.In(Knowledge)) is var source
            ? (source.Kind, source.File, source.Hash.Length) : default);
    }

    [Fact]
    public async Task RunAsync_TahoeTables_KeepOddSpellingsAndDropTheVehicle()
    {
        using (var tables = DuckDbSession.Open(new DuckDbOptions()))
        {
            Write(tables, "drug_metadata", "drug, targets, \"moa-broad\", \"moa-fine\", \"human-approved\", canonical_smiles, pubchem_cid",
                "('Erdafitinib ', 'FGFR1, FGFR2', 'inhibitor/antagonist', 'FGFR inhibitor', 'yes', 'C', 1.0), ('Nothing (sodium)', NULL, "
                + "'unclear', 'unclear', 'no', NULL, NULL), ('Palmatine (chloride)', 'CYP3A5,CYP3A4, WNV NS2B-NS3', 'unclear', "
                + "'unclear', 'no', NULL, 3.0)");
            Write(tables, "cell_line_metadata",
                "cell_name, Cell_ID_Cellosaur, Cell_ID_DepMap, Organ, Driver_Gene_Symbol, Driver_ProtEffect_or_CdnaEffect, "
                + "Driver_Mech_InferDM, Driver_GeneType_DM",
                "('A549', 'CVCL_0023', 'ACH-1', 'Lung', 'KRAS', 'p.G12S', 'GoF', 'Oncogene'), ('A549', 'CVCL_0023', 'ACH-1', 'Lung', "
                + "'TP53', NULL, NULL, 'Suppressor')");
            Write(tables, "obs_cell_grid", "drug, cell_name, plate, conc, n_cells",
                "('Erdafitinib ', 'A549', 'p1', 0.05, 10), ('Erdafitinib ', 'A549', 'p1', 5.0, 10), ('DMSO_TF', 'A549', 'p1', 0.0, 10)");
        }
        var done = await ImportAsync(_folder.File("tahoe"));
        using var snapshot = Open();
        var drug = snapshot.Find(EntityKind.Compound, "Erdafitinib")!.Value;
        Assert.Equal("Erdafitinib ", snapshot.Attribute(drug, EntityAttribute.SourceRow));
        Assert.Equal(
            [("A549", "0.05, 5 \u00B5M"), ("FGFR1", "000"), ("FGFR2", "001")],
            snapshot.From(drug).ToArray().Select(e => (snapshot.KeyOf(e.Entity), snapshot.Statement(e.Statement).Detail)).Order());
        Assert.Equal(
            ["CYP3A4", "CYP3A5"],
            snapshot.From(snapshot.Find(EntityKind.Compound, "Palmatine")!.Value).ToArray().Select(e => snapshot.KeyOf(e.Entity)).Order());
        var altered = snapshot.From(snapshot.Find(EntityKind.CellLine, "A549")!.Value).ToArray()
            .Select(e => (snapshot.KeyOf(e.Entity), snapshot.Statement(e.Statement))).Select(e => (e.Item1, e.Item2.Sign, e.Item2.Detail));
        Assert.Equal([("KRAS", 1, "G12S"), ("TP53", 0, "")], altered.Order());
        Assert.Null(snapshot.Find(EntityKind.Compound, TahoeImport.Vehicle));
        Assert.Contains(done.Files.SelectMany(f => f.Dropped), d => d.Reason.StartsWith("the vehicle control", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_ParquetWithoutAColumnOrCutOff_SaysSo()
    {
        using (var tables = DuckDbSession.Open(new DuckDbOptions())) Write(tables, "drug_metadata", "drug, target", "('X', 'Y')");
        Assert.Contains(
            "drug_metadata.parquet: there is no column targets, moa-broad",
            (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.File("tahoe")))).Message, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(_folder.File("tahoe/drug_metadata.parquet"));
        await File.WriteAllBytesAsync(_folder.File("tahoe/drug_metadata.parquet"), bytes[..^20]);
        Assert.StartsWith(
            "drug_metadata.parquet: ", (await Assert.ThrowsAsync<ImportException>(() => ImportAsync(_folder.File("tahoe")))).Message,
            StringComparison.Ordinal);
    }

    private void Write(DuckDbSession tables, string name, string columns, string rows)
    {
        Directory.CreateDirectory(_folder.File("tahoe"));
        tables.Execute(
            $"COPY (SELECT * FROM (VALUES {rows}) t({columns})) TO '{_folder.File($"tahoe/{name}.parquet")}' (FORMAT parquet)",
            CancellationToken.None);
    }

    [DataFact]
    public async Task RunAsync_AllReferenceData_HasEveryCompoundPairAndManySigns()
    {
        var done = await ReferenceKnowledge.OutcomeAsync();
        var taken = done.Files.ToDictionary(f => f.Kind + " " + f.File, f => f.Taken);
        Assert.Contains("379 compounds", taken["Tahoe-100M compounds drug_metadata.parquet"], StringComparison.Ordinal);
        Assert.Contains("18,950 measured pairs", taken["Tahoe-100M measured pairs obs_cell_grid.parquet"], StringComparison.Ordinal);
        Assert.Contains("1,020 pathways", taken["WikiPathways GPML wikipathways-20260822-gpml-Homo_sapiens.zip"], StringComparison.Ordinal);
        var snapshot = (await ReferenceKnowledge.InstalledAsync()).Snapshot!;
        Assert.Equal(379, snapshot.OfKind(EntityKind.Compound).Count(c => !snapshot.From(c.Index).IsEmpty));
        var recognizer = new EntityRecognizer(snapshot);
        Assert.Equal(["Erdafitinib", "FGFR1", "A549"], recognizer.Recognize("erdafitinib hits FGFR1 in A549").Select(e => e.Name));
    }
}
