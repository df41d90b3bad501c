using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;

namespace VcrPortal.Reasoning.Tests.Graph;

/// <summary>The validity table: what each rule fires on, and that it points to the right place.</summary>
public class ValidityTests
{
    private static ReadResult Read(params string[] lines) => ExplanationReader.Read(string.Join('\n', lines) + "\n");

    private static Diagnostic Only(ReadResult result, DiagnosticRule rule) => Assert.Single(result.Diagnostics, d => d.Code == rule.Code);

    private const string Context = """set_context(cell_type="C32")""";
    private const string First = """modulates_molecule_activity(id="n1", target="MEK", direction="down")""";
    private const string Last = """induces_phenotype(id="n2", source="drug", phenotype="arrest")""";
    private const string Edge = """edge("n1", "n2", relation="causal")""";

    [Theory]
    [InlineData("0.010 µM", "compared as 10 nM")]
    [InlineData("pIC50 9", "compared as 1 nM")]
    public void Affinity_InAnotherUnit_IsNotedWithWhatItIsComparedAs(string affinity, string said)
    {
        var problems = ExplanationReader.Read($"binds_to(id=\"n1\", actor=\"a\", target=\"b\", affinity=\"{affinity}\")").Diagnostics;

        var note = Assert.Single(problems, p => p.Code == DiagnosticRules.UnitConverted.Code);
        Assert.Equal((Severity.Note, 1), (note.Severity, note.Line));
        Assert.Contains(said, note.Message);
    }

    [Theory]
    [InlineData("12 nM")]
    [InlineData("0.15 µg/ml")]
    public void Affinity_InTheOneUnitOrInNoneThatConverts_IsNotNoted(string affinity) => Assert.DoesNotContain(
        ExplanationReader.Read($"binds_to(id=\"n1\", actor=\"a\", target=\"b\", affinity=\"{affinity}\")").Diagnostics, p =>
            p.Code == DiagnosticRules.UnitConverted.Code);

    [Fact]
    public void Sound_BreaksNoRule() => Assert.Empty(Read(Context, First, Last, Edge).Diagnostics);

    [Fact]
    public void OneTerminalActionWithoutEdges_IsValid() => Assert.True(Read(Context, Last).IsValid);

    [Fact]
    public void NoActions_IsAnError() => Assert.Equal(Severity.Error, Only(Read(Context), DiagnosticRules.NoActions).Severity);

    [Fact]
    public void TwoActionsWithoutEdges_AreAnError() =>
        Assert.Equal(Severity.Error, Only(Read(Context, First, Last), DiagnosticRules.NoEdges).Severity);

    [Fact]
    public void NoMeasurableOutput_IsAnErrorThatNamesThem() =>
        Assert.Contains(
            "regulates_expression, regulates_translation, induces_phenotype, alleviates_phenotype",
            Only(Read(Context, First), DiagnosticRules.NoTerminal).Message);

    [Fact]
    public void MissingArgument_IsAnErrorAtTheCallThatSaysWhatWasExpected()
    {
        var error = Only(Read(Context, """binds_to(id="n1", actor="drug")""", Last, Edge), DiagnosticRules.MissingArgument);

        Assert.Equal((2, 1, "binds_to".Length, new NodeId("n1")), (error.Line, error.Column, error.Length, error.Action));
        Assert.Equal("target=\"…\"", error.Suggestion);
    }

    [Fact]
    public void MissingId_IsAnError() =>
        Assert.Contains("id", Only(Read(Context, First.Replace("id=\"n1\", ", ""), Last), DiagnosticRules.MissingArgument).Message);

    [Theory]
    [InlineData("""regulates_expression(id="n1", regulator="r", gene_list=[], direction="up")""")]
    [InlineData("""regulates_expression(id="n1", regulator=" ", gene_list=["g"], direction="up")""")]
    [InlineData("""regulates_expression(id="n1", regulator="r", gene_list=["g"], direction="")""")]
    [InlineData("""regulates_expression(id="n1", regulator=, gene_list=["g"], direction="up")""")]
    public void EmptyArgument_IsAnError(string action) =>
        Assert.Equal(Severity.Error, Only(Read(Context, action), DiagnosticRules.EmptyArgument).Severity);

    [Fact]
    public void DirectionThatIsNeither_IsAnErrorAtItsValue()
    {
        var error = Only(Read(Context, First.Replace("down", "sideways"), Last, Edge), DiagnosticRules.BadDirection);

        Assert.Equal(
            (2, First.IndexOf("\"down\"", StringComparison.Ordinal) + 1, "\"sideways\"".Length), (error.Line, error.Column, error.Length));
    }

    [Fact]
    public void DuplicateId_IsAnErrorAtTheSecond() =>
        Assert.Equal((3, 22), Place(Only(Read(Context, First, Last.Replace("n2", "n1")), DiagnosticRules.DuplicateId)));

    [Fact]
    public void EdgeToAnUndeclaredId_IsAnErrorAtTheEdge()
    {
        var error = Only(Read(Context, First, Last, Edge, """edge("n2", "n7", relation="causal")"""), DiagnosticRules.UndeclaredEnd);

        Assert.Equal((5, new NodeId("n2"), new NodeId("n7")), (error.Line, error.Action, error.EdgeTarget));
        Assert.Contains("n7", error.Message);
    }

    [Fact]
    public void SelfEdge_IsAnError() =>
        Assert.Equal((5, 1), Place(Only(Read(Context, First, Last, Edge, Edge.Replace("n2", "n1")), DiagnosticRules.SelfEdge)));

    [Fact]
    public void Cycle_IsAnErrorThatNamesItInFull() =>
        Assert.Contains(
            "n1 → n2 → n1",
            Only(Read(Context, First, Last, Edge, """edge("n2", "n1", relation="causal")"""), DiagnosticRules.Cycle).Message);

    [Fact]
    public void NoContext_IsAWarning() => AssertWarning(Read(First, Last, Edge), DiagnosticRules.NoContext);

    [Fact]
    public void MeasurableOutputThatLeadsOn_IsAWarning() =>
        AssertWarning(
            Read(Context, First, Last, Last.Replace("n2", "n3"), Edge, """edge("n2", "n3", relation="causal")"""),
            DiagnosticRules.TerminalWithEffects, 3);

    [Fact]
    public void ActionWithoutEdges_IsAWarning() =>
        AssertWarning(Read(Context, First, Last, Last.Replace("n2", "n3"), Edge), DiagnosticRules.IsolatedAction, 4);

    [Fact]
    public void PartThatNeverMeetsTheRest_IsAWarning()
    {
        var result =
            Read(Context, First, Last, First.Replace("n1", "n3"), Last.Replace("n2", "n4"), First.Replace("n1", "n5").Replace("MEK", "RAF"),
            """n3 -> n4""", Edge, """n5 -> n1""");

        AssertWarning(result, DiagnosticRules.DisconnectedPart, 4);
        Assert.Contains("n3, n4", Only(result, DiagnosticRules.DisconnectedPart).Message);
    }

    [Fact]
    public void EdgeWrittenTwice_IsAWarning() => AssertWarning(Read(Context, First, Last, Edge, Edge), DiagnosticRules.DuplicateEdge, 5);

    [Fact]
    public void ViaThatNamesNoAction_IsAWarning() =>
        AssertWarning(Read(Context, First, Last.Replace(")", ", via=\"n1 and n9\")"), Edge), DiagnosticRules.ViaUnknownId, 3);

    [Fact]
    public void ViaThatNamesALaterAction_IsAWarning() =>
        AssertWarning(Read(Context, First.Replace(")", ", via=\"n2\")"), Last, Edge), DiagnosticRules.ViaLaterId, 2);

    [Fact]
    public void ViaThatNamesAnEarlierAction_IsFine() =>
        Assert.Empty(Read(Context, First, Last.Replace(")", ", via=\"n1\")"), Edge).Diagnostics);

    [Fact]
    public void CausalEdgeOutOfAnAssociation_IsAWarning() =>
        AssertWarning(
            Read(Context, """correlates_with(id="n1", entity_a="A", entity_b="B", evidence_type="co-expression")""", Last, Edge),
            DiagnosticRules.CauseFromAssociation, 4);

    [Fact]
    public void CorrelativeEdgeOutOfAnAssociation_IsFine() =>
        Assert.Empty(
            Read(Context, """correlates_with(id="n1", entity_a="A", entity_b="B", evidence_type="co-expression")""", Last,
            Edge.Replace("causal", "correlative")).Diagnostics);

    [Fact]
    public void SiblingsThatContradictEachOther_AreAWarning() => AssertWarning(
        Read(Context, First, Last, """regulates_expression(id="n3", regulator="TP53", gene_list=["BAX"], direction="up")""",
            """regulates_expression(id="n4", regulator="tp53 ", gene_list=["BAX"], direction="down")""",
            "n1 -> n2 ", "n1 -> n3", "n1 -> n4"), DiagnosticRules.ContradictorySiblings, 5);

    [Fact]
    public void SiblingsWithOtherTargets_AreFine() => Assert.DoesNotContain(
        Read(Context, First, """regulates_expression(id="n3", regulator="TP53", gene_list=["BAX"], direction="up")""",
            """regulates_expression(id="n4", regulator="TP53", gene_list=["MYC"], direction="down")""",
            "n1 -> n3", "n1 -> n4").Diagnostics, d => d.Code == DiagnosticRules.ContradictorySiblings.Code);

    [Fact]
    public void Problems_WithoutAText_HaveNoPlace() => Assert.All(Graphs.From(3, "n1-n1").Problems(), d => Assert.Equal((0, 0), Place(d)));

    [Fact]
    public void Diagnostics_ComeInPlaceOrderWithPlacelessOnesLast()
    {
        var lines = Read("so it begins", "edge()", First.Replace("down", "x"), First.Replace("n1", "")).Diagnostics.Select(
            d => d.Line == 0 ? int.MaxValue : d.Line).ToList();

        Assert.Equal(lines.Order(), lines);
        Assert.Equal(int.MaxValue, lines[^1]);
    }

    private static (int, int) Place(Diagnostic diagnostic) => (diagnostic.Line, diagnostic.Column);

    private static void AssertWarning(ReadResult result, DiagnosticRule rule, int line = 0)
    {
        Assert.True(result.IsValid, string.Join("\n", result.Diagnostics));
        Assert.Equal((Severity.Warning, line), (Only(result, rule).Severity, Only(result, rule).Line));
    }
}
