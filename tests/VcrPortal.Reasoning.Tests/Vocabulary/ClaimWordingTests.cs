using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Tests.Vocabulary;

public class ClaimWordingTests
{
    [Theory]
    [InlineData(
        """binds_to(id="n1", actor="venetoclax", target="BCL2", affinity="<0.01 nM", via="BH3 groove")""", "binds", "venetoclax → BCL2",
        "<0.01 nM, BH3 groove", "binds")]
    [InlineData("""modulates_molecule_activity(id="n1", target="BCL2", direction="down")""", "activity falls", "BCL2", "", "down")]
    [InlineData(
        """modulates_pathway_activity(id="n1", pathway="MAPK signalling", direction="up")""", "pathway rises", "MAPK signalling", "",
        "up")]
    [InlineData(
        """modulates_complex(id="n1", members=["BAX", "BAK1"], complex="BAX/BAK oligomers", direction="up")""", "forms complex",
        "BAX/BAK oligomers", "BAX, BAK1", "up")]
    [InlineData(
        """regulates_expression(id="n1", regulator="E2F1", gene_list=["A", "B", "C", "D"], direction="down")""", "mRNA falls",
        "A, B, +2", "by E2F1", "down")]
    [InlineData(
        """post_translational_modification(id="n1", protein="RB1", mod_type="phosphorylation", site="S807", direction="down")""",
        "dephosphorylates", "RB1 at S807", "", "down")]
    [InlineData(
        """post_translational_modification(id="n1", protein="PARP1", mod_type="cleavage", site="D214", direction="up")""", "adds cleavage",
        "PARP1 at D214", "", "up")]
    [InlineData(
        """degrades_or_stabilises(id="n1", regulator="MDM2", target="TP53", direction="down")""", "degrades", "MDM2 → TP53", "", "down")]
    [InlineData(
        """localises_to(id="n1", entity="cytochrome c", from_loc="mitochondria", to_loc="cytosol")""", "relocates", "cytochrome c",
        "mitochondria → cytosol", "moves")]
    [InlineData("""gain_of_function(id="n1", variant="BRAF V600E", protein="BRAF")""", "gains function", "BRAF V600E", "", "gain")]
    [InlineData("""induces_phenotype(id="n1", source="BAX", phenotype="apoptosis")""", "triggers", "apoptosis", "from BAX", "end")]
    [InlineData(
        """alleviates_phenotype(id="n1", actor="drug", phenotype="ER stress")""", "reduces", "ER stress", "from drug", "down")]
    [InlineData(
        """converts_substrate(id="n1", enzyme="HK2", substrate="glucose", product="G6P")""", "converts", "glucose → G6P", "by HK2", "into")]
    [InlineData(
        """correlates_with(id="n1", entity_a="SOX10", entity_b="MITF", evidence_type="expression")""", "correlates with", "SOX10 ~ MITF",
        "expression", "with")]
    public void For_Action_SaysItInTheWordsOfTheGrammar(string text, string verb, string main, string sub, string sign)
    {
        var action = ExplanationReader.Read(text).Graph.Actions.Single();
        var said = ClaimWording.For(action);
        Assert.Equal((verb, main, sub, sign), (said.Verb, said.Main, said.Sub, said.SignWord));
    }

    [Theory]
    [InlineData("""binds_to(id="n1", actor="venetoclax", target="BCL2")""", "venetoclax binds BCL2")]
    [InlineData("""modulates_molecule_activity(id="n1", target="MAPK1", direction="down")""", "MAPK1 activity falls")]
    [InlineData("""regulates_expression(id="n1", regulator="E2F1", gene_list=["A", "B"], direction="up")""", "A, B mRNA rises")]
    [InlineData("""degrades_or_stabilises(id="n1", regulator="MDM2", target="TP53", direction="down")""", "MDM2 degrades TP53")]
    [InlineData("""gain_of_function(id="n1", variant="BRAF V600E", protein="BRAF")""", "BRAF V600E gains function")]
    [InlineData("""converts_substrate(id="n1", enzyme="HK2", substrate="glucose", product="G6P")""", "converts glucose → G6P")]
    [InlineData("""correlates_with(id="n1", entity_a="SOX10", entity_b="MITF")""", "SOX10 correlates with MITF")]
    [InlineData("""induces_phenotype(id="n1", source="BAX", phenotype="apoptosis")""", "triggers apoptosis")]
    public void Sentence_OfAClaim_IsReadAloud(string text, string sentence) =>
        Assert.Equal(sentence, ClaimWording.For(ExplanationReader.Read(text).Graph.Actions.Single()).Sentence);

    [Fact]
    public void For_EveryPrimitive_HasWordsOfItsOwn()
    {
        var words = PrimitiveVocabulary.Vcr20.Primitives.Select(p => ClaimWording.For(new(null, p.Name, p, [])).Verb);
        Assert.All(words, verb => Assert.DoesNotContain("unknown", verb));
    }

    [Fact]
    public void For_UnknownPrimitive_SaysSo() =>
        Assert.Equal("magic happens (unknown verb)", ClaimWording.For(new(new("n1"), "magic_happens", null, [])).Verb);
}
