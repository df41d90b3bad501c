using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Tests.Knowledge.Imports;

public sealed class TableImportTests : IDisposable
{
    private readonly Imported _imported = new();

    public void Dispose() => _imported.Dispose();

    [Fact]
    public void Dorothea_Rows_AreSignedRegulationsOnce()
    {
        var outcome = _imported.Add(
            _imported.File(
            "dorothea_2021-05-01.tsv",
            "tf\tconfidence\ttarget\tmor\nTP53\tA\tCDKN1A\t1\nMYC\tB\tCDKN1A\t-1\nTP53\tA\tCDKN1A\t1\nTP53\tC\tCDKN1A\t-1\n"),
            DorotheaImport.Add);
        Assert.Equal(["MYC RegulatesExpression -1 CDKN1A", "TP53 RegulatesExpression +1 CDKN1A"], _imported.Edges());
        Assert.Equal("2 regulations", outcome.Taken);
        Assert.Equal(
            [("the pair stands there twice", "line 4: TP53 CDKN1A"),
            ("the pair stands there twice with both signs; the first is kept", "line 5: TP53 CDKN1A")],
            outcome.Dropped.Select(d => (d.Reason, d.Example)).Order());
        Assert.Equal("2021-05-01", Assert.Single(_imported.Snapshot().Datasets).Version);
    }

    [Theory]
    [InlineData("tf\tconfidence\ttarget\tmor\nTP53\tA\tCDKN1A\t2\n", "line 2: mor is \u201C2\u201D")]
    [InlineData("tf\tconfidence\ttarget\tmor\nTP53\tZ\tCDKN1A\t1\n", "line 2: the confidence is \u201CZ\u201D")]
    [InlineData("tf\tconfidence\ttarget\tmor\n\tA\tCDKN1A\t1\n", "line 2: a transcription factor")]
    public void Dorothea_BadRow_NamesTheLine(string text, string says) =>
        Assert.Contains(
            says, Assert.Throws<ImportException>(() => _imported.Add(_imported.File("d.tsv", text), DorotheaImport.Add)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Dorothea_PartedByCommas_IsReadAsWell()
    {
        _imported.Add(_imported.File("d.csv", "tf,confidence,target,mor\nTP53,A,CDKN1A,1\n"), DorotheaImport.Add);
        Assert.NotEmpty(_imported.Snapshot().Datasets);
    }

    [Fact]
    public void Signor_Rows_AreModificationsWithResidueAndPaper()
    {
        const string head = "ENTITYA,TYPEA,ENTITYB,TYPEB,EFFECT,MECHANISM,RESIDUE,TAX_ID,PMID\n";
        var outcome = _imported.Add(_imported.File("s.csv", head
            + "PBK,protein,JUN,protein,up-regulates,phosphorylation,Ser63,9606,26745678\n"
            + "HERC4,protein,SMO,protein,down-regulates,ubiquitination,,9606,30925584\n"
            + "PTPRJ,protein,SRC,protein,unknown,dephosphorylation,,10090,1\n"
            + "X,chemical,JUN,protein,up-regulates,phosphorylation,,9606,2\n"), SignorImport.Add);
        Assert.Equal(["HERC4 Ubiquitinates -1 SMO  PMID:30925584", "PBK Phosphorylates +1 JUN Ser63 PMID:26745678"], _imported.Edges());
        Assert.Equal(["an end is no protein", "another species"], outcome.Dropped.Select(d => d.Reason).Order());
    }

    [Fact]
    public void FamPlex_MembersAndNames_WithoutCycles()
    {
        var relations = _imported.Add(_imported.File("relations.csv",
            "HGNC,MAP2K1,isa,FPLX,MEK\nHGNC,PRKAA1,partof,FPLX,AMPK\nFPLX,A,isa,FPLX,B\nFPLX,B,isa,FPLX,A\nFPLX,C,isa,FPLX,C\n"
            + "UP,P1,isa,FPLX,MEK\n"), FamPlexImport.AddRelations);
        _imported.Add(_imported.File("entities.csv", "MEK\nLonely_family\n"), FamPlexImport.AddEntities);
        var names = _imported.Add(
            _imported.File("grounding_map.csv", "MEK1/2,FPLX,MEK,,,,\nPKB,FPLX,AKT,,,,\nMKK1,HGNC,MAP2K1,,,,\n"), FamPlexImport.AddNames);
        Assert.Equal(["FPLX:A IsA 0 FPLX:B", "MAP2K1 IsA 0 FPLX:MEK", "PRKAA1 PartOf 0 FPLX:AMPK"], _imported.Edges());
        Assert.Equal(2, relations.Dropped.Single(d => d.Reason == "the group would be its own member").Count);
        Assert.Equal("a name for something that is not there", Assert.Single(names.Dropped).Reason);
        var snapshot = _imported.Snapshot();
        Assert.Equal(["MEK1/2"], snapshot.Synonyms(snapshot.Find(EntityKind.Family, "FPLX:MEK")!.Value).AsEnumerable());
        Assert.Equal("Lonely family", snapshot.Entity(snapshot.Find(EntityKind.Family, "FPLX:Lonely_family")!.Value).Name);
        Assert.NotNull(snapshot.Find(EntityKind.Complex, "FPLX:AMPK"));
    }

    [Fact]
    public void FamPlex_OtherRelation_NamesTheLine() =>
        Assert.Contains("relations.csv, line 2", Assert.Throws<ImportException>(() =>
            _imported.Add(_imported.File("relations.csv", "HGNC,A,isa,FPLX,B\nHGNC,A,likes,FPLX,B\n"), FamPlexImport.AddRelations)).Message,
                StringComparison.Ordinal);

    [Fact]
    public void GeneTable_AliasesAndIds_AreTaken()
    {
        var outcome = _imported.Add(
            _imported.File(
            "hgnc.txt",
            "hgnc_id\tsymbol\talias_symbol\tprev_symbol\tensembl_gene_id\tentrez_id\n"
            + "HGNC:1\tMAP3K20\tZAK|MLTK\tZAKX\tENSG00000091436\t51776\nHGNC:2\tTP53\t\t\t\t\n"
            + "HGNC:3\tTP53\t\t\t\t\n"), GeneTableImport.Add);
        var snapshot = _imported.Snapshot();
        var gene = snapshot.Find(EntityKind.Gene, "MAP3K20")!.Value;
        Assert.Equal(
            ("ENSEMBL:ENSG00000091436", "NCBIGENE:51776"),
            (snapshot.Entity(gene).Curie, snapshot.Attribute(gene, EntityAttribute.CrossReference)));
        Assert.Equal(["MLTK", "ZAK", "ZAKX"], snapshot.Synonyms(gene).AsEnumerable());
        Assert.Equal("line 4: TP53", Assert.Single(outcome.Dropped).Example);
    }

    private const string KgHead = "relation,display_relation,x_index,x_id,x_type,x_name,x_source,y_index,y_id,y_type,y_name,y_source\n";

    [Fact]
    public void PrimeKg_Rows_AreUnsignedRelationsBetweenGroundedEntities()
    {
        _imported.Draft.Entity(EntityKind.Compound, "Vemurafenib", null, "PUBCHEM.COMPOUND:42611257");
        var outcome = _imported.Add(_imported.File("kg.csv", KgHead
            + "protein_protein,ppi,0,9796,gene/protein,PHYHIP,NCBI,1,7918,gene/protein,GPANK1,NCBI\n"
            + "drug_protein,target,2,DB08881,drug,vemurafenib,DrugBank,0,9796,gene/protein,PHYHIP,NCBI\n"
            + "disease_protein,associated with,3,5105,disease,\"melanoma, familial\",MONDO,0,9796,gene/protein,PHYHIP,NCBI\n"
            + "x,y,4,1,martian,ET,MARS,0,9796,gene/protein,PHYHIP,NCBI\n"), PrimeKgImport.Add);
        Assert.Equal(
            ["MONDO:0005105 RelatesTo 0 PHYHIP associated with", "PHYHIP RelatesTo 0 GPANK1 ppi", "Vemurafenib RelatesTo 0 PHYHIP target"],
            _imported.Edges());
        Assert.Equal("4 entities, 3 relations", outcome.Taken);
        Assert.Equal("line 5: martian x gene/protein", Assert.Single(outcome.Dropped).Example);
        var snapshot = _imported.Snapshot();
        Assert.Equal(["DB08881"], snapshot.Synonyms(snapshot.Find(EntityKind.Compound, "Vemurafenib")!.Value).AsEnumerable());
        Assert.Equal("melanoma, familial", snapshot.Entity(snapshot.Find(EntityKind.Disease, "MONDO:0005105")!.Value).Name);
    }

    [Fact]
    public void PrimeKg_OneNumberUnderTwoNames_IsOneGeneWithASynonym()
    {
        var known = _imported.Draft.Entity(EntityKind.Gene, "MT-CO1");
        _imported.Draft.Attribute(known, EntityAttribute.CrossReference, "NCBIGENE:4512");
        var outcome = _imported.Add(_imported.File("kg.csv", KgHead
            + "protein_protein,ppi,0,4508.0,gene/protein,ATP6,NCBI,1,4508,gene/protein,MT-ATP6,NCBI\n"
            + "protein_protein,ppi,2,4512,gene/protein,COX1,NCBI,0,4508.0,gene/protein,ATP6,NCBI\n"), PrimeKgImport.Add);
        var snapshot = _imported.Snapshot();
        Assert.Equal(["MT-ATP6"], snapshot.Synonyms(snapshot.Find(EntityKind.Gene, "ATP6")!.Value).AsEnumerable());
        Assert.Equal(["COX1"], snapshot.Synonyms(snapshot.Find(EntityKind.Gene, "MT-CO1")!.Value).AsEnumerable());
        Assert.Null(snapshot.Find(EntityKind.Gene, "MT-ATP6"));
        Assert.Contains("2 second names of a gene", outcome.Taken, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_PartedBySemicolons_AreReadAsTheirKind()
    {
        var file = _imported.File("genes.txt", "\uFEFFsymbol;alias_symbol;ensembl_gene_id\r\n\"KRAS\";\"RASK2|KI-RAS\";#N/A\r\n");
        Assert.Equal("gene table", ImportKind.For(FileHead.Read(file.Path))!.Description);
        _imported.Add(file, GeneTableImport.Add);
        var snapshot = _imported.Snapshot();
        Assert.Equal(["KI-RAS", "RASK2"], snapshot.Synonyms(snapshot.Find(EntityKind.Gene, "KRAS")!.Value).AsEnumerable().Order());
    }

    [Theory]
    [InlineData("relation,x_index\na,1\n", "there is no column display_relation")]
    [InlineData(KgHead + "a,b,first,1,gene/protein,X,NCBI,1,2,gene/protein,Y,NCBI\n", "line 2: \u201Cfirst\u201D is no number of a node")]
    [InlineData(KgHead + "a,b,99999999999,1,gene/protein,X,NCBI,1,2,gene/protein,Y,NCBI\n", "is no number of a node")]
    [InlineData(KgHead + "a,b,0,1,gene/protein,X,NCBI,1,2,gene/prot", "line 2: has 10 cells where 12 belong")]
    public void PrimeKg_BadRow_NamesTheLine(string text, string says) =>
        Assert.Contains(
            says, Assert.Throws<ImportException>(() => _imported.Add(_imported.File("kg.csv", text), PrimeKgImport.Add)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Stark_TwoTables_AreOneGraph()
    {
        var nodes = _imported.File(
            StarkImport.NodesName, "index\tid\ttype\tname\tsource\n0\t9796\tgene/protein\tPHYHIP\tNCBI\n7\tDB1\tdrug\tAspirin\tDrugBank\n");
        var edges = _imported.File(StarkImport.EdgesName, "source\trelation\ttarget\n7\ttarget\t0\n7\ttarget\t8\n");
        var outcome = _imported.Add(edges, (draft, file, counts, ct) => StarkImport.Add(draft, nodes, file, counts, ct));
        Assert.Equal(["Aspirin RelatesTo 0 PHYHIP"], _imported.Edges());
        Assert.Equal("line 3: 7 target 8", Assert.Single(outcome.Dropped).Example);
    }

    [Fact]
    public void Stark_NodeTwice_NamesTheLine()
    {
        var nodes =
            _imported.File(StarkImport.NodesName, "index\tid\ttype\tname\tsource\n0\t1\tgene/protein\tA\tN\n0\t2\tgene/protein\tB\tN\n");
        var edges = _imported.File(StarkImport.EdgesName, "source\trelation\ttarget\n");
        Assert.Contains(
            "line 3: node 0 stands there twice",
            Assert.Throws<ImportException>(() => _imported.Add(edges, (d, f, t, ct) => StarkImport.Add(d, nodes, f, t, ct))).Message,
            StringComparison.Ordinal);
    }
}
