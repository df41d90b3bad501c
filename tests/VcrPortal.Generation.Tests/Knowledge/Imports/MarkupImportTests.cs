using System.Text;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Tests.Knowledge.Imports;

/// <summary>GPML, OBO Graphs JSON and DrugBank's XML.</summary>
public sealed class MarkupImportTests : IDisposable
{
    private readonly Imported _imported = new();

    public void Dispose() => _imported.Dispose();

    private static string Gpml(string inside) =>
        $"""<?xml version="1.0"?><Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="MAPK signaling">{inside}</Pathway>""";

    private static string Node(string id, string label, string database = "", string reference = "", string group = "") =>
        $"""<DataNode TextLabel="{label}" GraphId="{id}" Type="GeneProduct" GroupRef="{group}"><Xref Database="{database}" """
        + $"""ID="{reference}"/></DataNode>""";

    private static string Arrow(string id, string from, string to, string head, string paper = "") =>
        $"""<Interaction GraphId="{id}"><BiopaxRef>{paper}</BiopaxRef><Graphics><Point GraphRef="{from}"/><Point GraphRef="{to}" """
        + $"""ArrowHead="{head}"/><Anchor GraphId="anchor-{id}"/></Graphics></Interaction>""";

    private FileOutcome Add(string gpml)
    {
        foreach (var gene in (string[])["BRAF", "MAP2K1", "MAP2K2", "MAPK1", "DUSP6", "TP53"]) _imported.Draft.Entity(
            EntityKind.Gene, gene, null, gene == "BRAF" ? "ENSEMBL:ENSG1" : null);
        return _imported.Add(_imported.Zip("wikipathways-20260822-gpml.zip", ("WP1.gpml", Gpml(gpml))), WikiPathwaysImport.Add);
    }

    [Fact]
    public void WikiPathways_ArrowHeads_CarryTheSign()
    {
        var heads = new[] { "mim-stimulation", "mim-inhibition", "TBar", "Arrow", "mim-transcription-translation",
            "mim-necessary-stimulation", "mim-gap" };
        var outcome = Add(Node("a", "BRAF") + Node("b", "MAPK1") + string.Concat(heads.Select((h, i) => Arrow($"i{i}", "a", "b", h))));
        Assert.Equal(
        [
            "BRAF Regulates +1 MAPK1 mim-necessary-stimulation", "BRAF Regulates +1 MAPK1 mim-stimulation", "BRAF Regulates -1 MAPK1 TBar",
                "BRAF Regulates -1 MAPK1 mim-inhibition",
            "BRAF Regulates 0 MAPK1 Arrow", "BRAF RegulatesExpression +1 MAPK1 mim-transcription-translation", "BRAF TakesPartIn 0 WP1",
                "MAPK1 TakesPartIn 0 WP1",
        ], _imported.Edges());
        Assert.Equal("an arrow head that says nothing here: mim-gap", Assert.Single(outcome.Dropped).Reason);
    }

    [Fact]
    public void WikiPathways_Nodes_AreGroundedByIdThenByLabelThenByWhatTheIdIsCalledElsewhere()
    {
        Add(Node("a", "B-Raf proto-oncogene", "Ensembl", "ENSG1") + Node("b", "ERK2", "Entrez Gene", "5594")
            + Node("c", "MAPK1", "Entrez Gene", "5594") + Node("d", "nobody", "Entrez Gene", "1")
            + Arrow("i", "a", "b", "mim-stimulation") + Arrow("j", "a", "d", "mim-stimulation"));
        Assert.Equal(
            ["BRAF Regulates +1 MAPK1 mim-stimulation"], _imported.Edges().Where(e => e.Contains("Regulates", StringComparison.Ordinal)));
    }

    [Fact]
    public void WikiPathways_Groups_StandForTheirMembersOrForWhatFamPlexCallsThem()
    {
        _imported.Add(_imported.File("relations.csv", "HGNC,MAP2K1,isa,FPLX,MEK\nHGNC,MAP2K2,isa,FPLX,MEK\n"), FamPlexImport.AddRelations);
        var groups = """<Group GroupId="g" GraphId="gg"/><Group GroupId="h" GraphId="hh"/><Group GroupId="none" GraphId="empty"/>""";
        var outcome = Add(
            groups + Node("a", "BRAF") + Node("b", "MAP2K1", group: "g") + Node("c", "MAP2K2", group: "g") + Node("d", "MAPK1", group: "h")
            + Node("e", "TP53", group: "h")
            + Arrow("i", "a", "gg", "mim-stimulation") + Arrow("j", "gg", "hh", "mim-inhibition") + Arrow("k", "a", "empty", "TBar"));
        Assert.Equal(
            ["BRAF Regulates +1 FPLX:MEK mim-stimulation", "FPLX:MEK Regulates -1 MAPK1 mim-inhibition, drawn for a group",
            "FPLX:MEK Regulates -1 TP53 mim-inhibition, drawn for a group"],
            _imported.Edges().Where(e => e.Contains("Regulates", StringComparison.Ordinal)));
        Assert.Equal("an end on an empty group", Assert.Single(outcome.Dropped).Reason);
    }

    [Fact]
    public void WikiPathways_DanglingEnds_AreLeftOutWithTheirPlace()
    {
        var outcome = Add(
            Node("a", "BRAF") + Node("b", "MAPK1") + Arrow("i1", "a", "b", "Arrow") + Arrow("i2", "a", "anchor-i1", "TBar")
            + Arrow("i3", "a", "gone", "TBar")
            + """<Interaction GraphId="i4"><Graphics><Point/><Point GraphRef="b" ArrowHead="TBar"/></Graphics></Interaction>""");
        Assert.Equal(
            [("an end on another arrow", "WP1 i2"), ("an end that is joined to nothing", "WP1 i4"),
            ("an end that refers to nothing in the file", "WP1 i3")],
            outcome.Dropped.Select(d => (d.Reason, d.Example)).Order());
    }

    [Fact]
    public void WikiPathways_PapersOfAnArrow_AreCited()
    {
        Add("""<Biopax><p:PublicationXref xmlns:p="http://www.biopax.org/release/biopax-level3.owl#" """
            + """xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" """
            + """r:id="p1"><p:ID>123</p:ID><p:DB>PubMed</p:DB></p:PublicationXref></Biopax>"""
            + Node("a", "BRAF") + Node("b", "MAPK1") + Arrow("i", "a", "b", "TBar", "p1"));
        Assert.Contains("BRAF Regulates -1 MAPK1 TBar PMID:123", _imported.Edges());
    }

    [Theory]
    [InlineData("<Pathway", "WP1.gpml, line 1: the XML is cut off or damaged")]
    [InlineData("<html/>", "is no GPML of 2013a: its root is html")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Pathway/>", "the XML is cut off or damaged")]
    public void WikiPathways_BadEntry_NamesIt(string gpml, string says) =>
        Assert.Contains(
            says, Assert.Throws<ImportException>(
            () => _imported.Add(_imported.Zip("w.zip", ("WP1.gpml", gpml)), WikiPathwaysImport.Add)).Message, StringComparison.Ordinal);

    [Fact]
    public void WikiPathways_OneBadEntry_IsNamed_AndTheOthersAreTaken()
    {
        var outcome = _imported.Add(
            _imported.Zip(
                "w.zip", ("Hs_broken_WP7_2.gpml", "<Pathway"), ("WP8.gpml", Gpml(Node("a", "BRAF"))),
                ("copy_WP8.gpml", Gpml(Node("a", "BRAF"))),
                ("nameless.gpml", Gpml(""))), WikiPathwaysImport.Add);
        Assert.Contains("1 pathways", outcome.Taken, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(outcome.Dropped).Count);
        foreach (var name in (string[])["Hs_broken_WP7_2.gpml, line 1", "copy_WP8.gpml", "nameless.gpml"])
            Assert.Single(outcome.Warnings, w => w.Contains(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://www.w3.org/2002/07/owl#deprecated", "true")]
    [InlineData("owl:deprecated", "1")]
    public void Ontology_WithdrawnByAProperty_IsLeftOut(string predicate, string value)
    {
        var outcome = _imported.Add(_imported.File("m.json", """
            {"graphs":[{"nodes":[
              {"id":"http://purl.obolibrary.org/obo/MONDO_0000009","lbl":"gone","type":"CLASS",
               "meta":{"basicPropertyValues":[{"pred":"PREDICATE","val":"VALUE"}]}},
              {"id":"http://purl.obolibrary.org/obo/MONDO_0000010","lbl":"here","type":"CLASS",
               "meta":{"basicPropertyValues":[{"pred":"x","val":"true"}]}}],"edges":[]}]}
            """.Replace("PREDICATE", predicate, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal)),
            OboGraphsImport.Add);
        Assert.Equal("1 classes", outcome.Taken);
        Assert.Equal("a class that is withdrawn", Assert.Single(outcome.Dropped).Reason);
    }

    [Fact]
    public void WikiPathways_ArchiveCutOffAnywhere_IsOneSentence()
    {
        var whole = _imported.Zip("w.zip", ("WP1.gpml", Gpml(Node("a", "BRAF"))), ("WP2.gpml", Gpml(Node("a", "BRAF"))));
        var bytes = File.ReadAllBytes(whole.Path);
        foreach (var length in Enumerable.Range(0, bytes.Length / 16).Select(i => i * 16))
        {
            File.WriteAllBytes(whole.Path, bytes[..length]);
            var wrong = Assert.Throws<ImportException>(() => _imported.Add(whole, WikiPathwaysImport.Add));
            Assert.StartsWith("w.zip", wrong.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ontology_Classes_HaveNamesSynonymsAndKinds()
    {
        const string json = """
            {"graphs":[{"nodes":[
              {"id":"http://purl.obolibrary.org/obo/MONDO_0000001","lbl":"disease","type":"CLASS"},
              {"id":"http://purl.obolibrary.org/obo/MONDO_0005105","lbl":"melanoma","type":"CLASS",
               "meta":{"synonyms":[{"pred":"hasExactSynonym","val":"malignant melanoma"},{"pred":"hasRelatedSynonym","val":"mole"}]}},
              {"id":"http://purl.obolibrary.org/obo/HP_0000002","lbl":"Abnormality","type":"CLASS"},
              {"id":"http://purl.obolibrary.org/obo/HP_0000003","lbl":"old","type":"CLASS","meta":{"deprecated":true}},
              {"id":"http://purl.obolibrary.org/obo/HP_0000004","type":"CLASS"},
              {"id":"http://example.org/x","lbl":"x","type":"CLASS"},
              {"id":"http://purl.obolibrary.org/obo/part_of","lbl":"part of","type":"PROPERTY"}],
             "edges":[
              {"sub":"http://purl.obolibrary.org/obo/MONDO_0005105","pred":"is_a","obj":"http://purl.obolibrary.org/obo/MONDO_0000001"},
              {"sub":"http://purl.obolibrary.org/obo/MONDO_0000001","pred":"is_a","obj":"http://purl.obolibrary.org/obo/MONDO_0005105"},
              {"sub":"http://purl.obolibrary.org/obo/MONDO_0005105","pred":"is_a","obj":"http://purl.obolibrary.org/obo/MONDO_9"},
              {"sub":"a","pred":"part_of","obj":"b"}]}]}
            """;
        var outcome = _imported.Add(_imported.File("mondo.json", json), OboGraphsImport.Add);
        Assert.Equal(["MONDO:0005105 IsA 0 MONDO:0000001"], _imported.Edges());
        Assert.Equal(
            ["a class of another ontology", "a class that is withdrawn", "a class without a name", "a class would be a kind of itself",
            "an edge to or from a class that is not taken"],
            outcome.Dropped.Select(d => d.Reason).Order());
        var snapshot = _imported.Snapshot();
        Assert.Equal(["malignant melanoma"], snapshot.Synonyms(snapshot.Find(EntityKind.Disease, "MONDO:0005105")!.Value).AsEnumerable());
    }

    [Theory]
    [InlineData("{\"graphs\":[\n{", "m.json, line 2: the JSON is cut off")]
    [InlineData("{\"nodes\":[]}", "it is no OBO Graphs JSON")]
    public void Ontology_BadFile_SaysWhat(string json, string says) =>
        Assert.Contains(
            says, Assert.Throws<ImportException>(() => _imported.Add(_imported.File("m.json", json), OboGraphsImport.Add)).Message,
            StringComparison.Ordinal);

    private const string DrugBank = """
        <drugbank xmlns="http://www.drugbank.ca" version="5.1">
        <drug type="small molecule"><drugbank-id primary="true">DB08881</drugbank-id><drugbank-id>X</drugbank-id><name>Vemurafenib</name>
          <synonyms><synonym>PLX4032</synonym></synonyms>
          <drug-interactions><drug-interaction><drugbank-id>DB1</drugbank-id><name>Other</name></drug-interaction></drug-interactions>
          <external-identifiers><external-identifier><resource>PubChem Compound</resource><identifier>42611257</identifier>
          </external-identifier></external-identifiers></drug>
        <drug><drugbank-id primary="true">DB00945</drugbank-id><name>Acetylsalicylic acid</name></drug>
        </drugbank>
        """;

    [Fact]
    public void DrugBank_Names_JoinTheCompoundOfTheSamePubChemId()
    {
        _imported.Draft.Entity(EntityKind.Compound, "Zelboraf", null, "PUBCHEM.COMPOUND:42611257");
        Assert.Equal("2 compounds", _imported.Add(_imported.File("drugbank.xml", DrugBank), DrugBankImport.Add).Taken);
        var snapshot = _imported.Snapshot();
        Assert.Equal(
            ["DB08881", "PLX4032", "Vemurafenib"], snapshot.Synonyms(snapshot.Find(EntityKind.Compound, "Zelboraf")!.Value).AsEnumerable());
        Assert.Equal("DRUGBANK:DB00945", snapshot.Entity(snapshot.Find(EntityKind.Compound, "Acetylsalicylic acid")!.Value).Curie);
    }

    [Fact]
    public void DrugBank_CutOff_NamesTheLine()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(DrugBank[..300]));
        Assert.StartsWith(
            "d.xml, line", Assert.Throws<ImportException>(() => DrugBankImport.Read("d.xml", stream).ToList()).Message,
            StringComparison.Ordinal);
    }
}
