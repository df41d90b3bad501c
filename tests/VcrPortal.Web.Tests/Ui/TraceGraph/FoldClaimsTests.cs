using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;
using VcrPortal.Web.Ui.Claims;
using VcrPortal.Web.Ui.TraceGraph;
using static System.FormattableString;

namespace VcrPortal.Web.Tests.Ui.TraceGraph;

public class FoldClaimsTests
{
    private static readonly HashSet<PrimitiveCategory> All = [.. PrimitiveCategories.All];

    /// <summary>One target, three genes at its side that two of them lead on to one end.</summary>
    private const string Fan = """
        binds_to(id="n1", actor="drug", target="A")
        modulates_molecule_activity(id="n2", target="B", direction="down", via="n1")
        modulates_molecule_activity(id="n3", target="C", direction="down", via="n1")
        modulates_molecule_activity(id="n4", target="D", direction="down", via="n1")
        induces_phenotype(id="n5", source="B", phenotype="arrest")
        edge("n1", "n2", relation="causal")
        edge("n1", "n3", relation="correlative")
        edge("n1", "n4", relation="causal")
        edge("n2", "n5", relation="causal")
        edge("n3", "n5", relation="causal")
        """;

    [Fact]
    public void ClaimsOfOneCategory_SideBySide_AreOneCard_WithTheirCountAndWorstVerdict()
    {
        var folded = FoldClaims.Run(
            Sheet(Fan, SampleGraph.Verdict("n2", VerdictKind.Supported), SampleGraph.Verdict("n3", VerdictKind.Refuted)), All);
        Assert.Equal(["n1", "n2", "n5"], folded.Sheet.Rows.Select(r => r.Id.Value));
        var card = folded.Sheet.Find(new("n2"))!;
        Assert.Equal(("3 × activity falls", "B, C, D"), (card.Text.Verb, card.Text.Main));
        Assert.Equal((ClaimMark.Refuted, "1 of 3 contradicted"), (card.Mark, card.MarkText));
        Assert.Equal(["n2", "n3", "n4"], card.Holds.Select(id => id.Value));
        Assert.Equal(new NodeId("n2"), folded.Find(new NodeId("n4")));
    }

    [Fact]
    public void LinksOfAFoldedCard_AreDrawnOnce_AndCausalWhereOneOfThemIs()
    {
        var edges = FoldClaims.Run(Sheet(Fan), All).Sheet.Graph.Edges;
        Assert.Equal(
            [("n1", "n2", CausalRelation.Causal), ("n2", "n5", CausalRelation.Causal)],
            edges.Select(e => (e.Source.Value, e.Target.Value, e.Relation)).Order());
    }

    [Fact]
    public void ACategoryThatNobodyChose_StaysAsItIs()
    {
        var sheet = Sheet(Fan);
        Assert.Same(sheet, FoldClaims.Run(sheet, new HashSet<PrimitiveCategory> { PrimitiveCategory.Interaction }).Sheet);
        Assert.Equal((PrimitiveCategory.Functional, 3, 1), Assert.Single(FoldClaims.Foldable(sheet)));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(150)]
    [InlineData(300)]
    public void AGraphOfManyClaims_Folded_HasNoCircle_NoClaimLost_AndAtMost40Cards(int claims)
    {
        var sheet = Sheet(Layered(claims));
        var folded = FoldClaims.Run(sheet, All);
        Assert.Empty(folded.Sheet.Graph.FindCycle());
        Assert.InRange(folded.Sheet.Rows.Length, 2, 40);
        var shown = folded.Sheet.Rows.SelectMany(r => r.Holds.IsEmpty ? [r.Id] : r.Holds);
        Assert.Equal(sheet.Rows.Select(r => r.Id.Value).Order(), shown.Select(id => id.Value).Order());
        Assert.Equal(folded.Sheet.Rows.Length, LayeredLayout.Arrange(folded.Sheet.Graph).Nodes.Length);
    }

    [Fact]
    public void ACircle_Folds_WithoutAnError()
    {
        const string circle = """

            edge("n5", "n2", relation="causal")
            edge("n2", "n3", relation="causal")
            """;
        var folded = FoldClaims.Run(Sheet(Fan + circle), All);
        Assert.NotEmpty(folded.Sheet.Rows);
        Assert.NotEmpty(LayeredLayout.Arrange(folded.Sheet.Graph).Nodes);
    }

    [Fact]
    public void AGraphWithoutClaims_FoldsToItself() => Assert.Empty(FoldClaims.Run(Sheet(""), All).Sheet.Rows);

    [Theory]
    [InlineData(null, 40, 0)]
    [InlineData(null, 41, 7)]
    [InlineData("all", 3, 7)]
    [InlineData("none", 300, 0)]
    [InlineData("function,protein-fate,nonsense", 300, 2)]
    public void TheAddressSaysWhatIsFolded_AndLargeGraphsOpenFolded(string? said, int claims, int categories) =>
        Assert.Equal(categories, FoldChoice.Read(said, claims).Count);

    [Fact]
    public void Toggle_AddsACategory_AndTakesTheLastAwayToNone()
    {
        Assert.Equal("function", FoldChoice.Toggle(new HashSet<PrimitiveCategory>(), PrimitiveCategory.Functional));
        Assert.Equal(
            "none", FoldChoice.Toggle(new HashSet<PrimitiveCategory> { PrimitiveCategory.Functional }, PrimitiveCategory.Functional));
    }

    private static ClaimSheet Sheet(string text, params Verdict[] verdicts) =>
        ClaimSheet.From(ExplanationReader.Read(text).Graph, [.. verdicts], isFinal: true);

    /// <summary>Ten layers as wide as it takes, each claim led to by one of the layer above.</summary>
    private static string Layered(int claims)
    {
        var width = (claims + 9) / 10;
        string Line(int at) => Invariant($"{Verb(at / width)}(id=\"n{at}\", {Words(at / width, at)})");
        string Edge(int at) => Invariant($"edge(\"n{at - width}\", \"n{at}\", relation=\"causal\")");
        return string.Join(
            '\n', [.. Enumerable.Range(0, claims).Select(Line), .. Enumerable.Range(width, claims - width).Select(Edge)]);
    }

    private static string Verb(int layer) => layer switch
    {
        0 => "binds_to",
        9 => "induces_phenotype",
        > 5 => "regulates_expression",
        _ => "modulates_molecule_activity",
    };

    private static string Words(int layer, int at) => layer switch
    {
        0 => Invariant($"actor=\"drug\", target=\"T{at}\""),
        9 => Invariant($"source=\"S\", phenotype=\"P{at}\""),
        > 5 => Invariant($"regulator=\"R\", gene_list=[\"G{at}\"], direction=\"down\""),
        _ => Invariant($"target=\"T{at}\", direction=\"down\""),
    };
}
