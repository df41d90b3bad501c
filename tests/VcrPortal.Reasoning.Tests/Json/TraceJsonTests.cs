using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Grounding;
using VcrPortal.Reasoning.Json;
using VcrPortal.Reasoning.Tests.Exports;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Tests;

namespace VcrPortal.Reasoning.Tests.Json;

public class TraceJsonTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceData.Repository(), "docs/schema/vcr-trace-1.schema.json"))).RootElement;

    private static TraceDocument Whole { get; } = new(
        SmallGraph.Graph,
        [new Diagnostic("VCR202", Severity.Error, "n2 lacks something.", 3, 5, 7, "write it", new NodeId("n2"), new NodeId("n3")),
            new Diagnostic("VCR140", Severity.Note, "Prose.")],
        [
            new Verdict(
                new Claim(new NodeId("n2"), "DUSP6"), VerdictKind.Refuted, "expression", "2", "DUSP6 rises.",
                [new EvidenceRow("Tahoe-100M", "row 7", "HGNC:3072")], false, "1.1", "ab12", 0.25, "|logFC| > 0.5"),
            new Verdict(
                new Claim(new NodeId("n1"), EdgeTarget: new NodeId("n2")), VerdictKind.NotTestable, "sign", "1", "No rule.", [], true, "1",
                "cd34"),
        ],
        [new GroundedText("MAP2K1", new Curie("HGNC", "6840"))],
        new TraceProvenance("VCT7", 2, "Binimetinib in C32", "embedded", new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("binds_t o", "actor", "binds_t_o(id=\"n1\", actor=\"a\")")]
    [InlineData("binds_to", "ac-tor", "binds_to(id=\"n1\", ac_tor=\"a\")")]
    [InlineData("-binds", "c]ell", "_binds(id=\"n1\", c_ell=\"a\")")]
    [InlineData("localizes_to", "entity", "localises_to(id=\"n1\", entity=\"a\")")]
    [InlineData("regulates_expression", "source", "regulates_expression(id=\"n1\", regulator=\"a\")")]
    [InlineData("regulates_expression", "gene_list", "regulates_expression(id=\"n1\", gene_list=[\"a\"])")]
    public void Read_OfNamesThatNoTextCanHold_ReadsNamesThatItCan(string primitive, string argument, string text)
    {
        // Found by eng/soak fuzz: JSON can name an action in ways that its canonical text did not give back.
        var read = TraceJsonReader.Read($$$"""
            {"format": "vcr-trace/1", "vocabulary": {"id": "vcr-20", "version": 1}, "edges": [], "actions": [{"id": "n1",
              "primitive": "{{{primitive}}}", "arguments": {"{{{argument}}}": "a"}}]}
            """);

        Assert.Equal(text, ExplanationWriter.Write(Assert.Single(read.Document!.Graph.Actions)));
        Assert.NotEmpty(read.Diagnostics);
        Assert.True(ExplanationReader.Read(text).Graph.IsIdenticalTo(read.Document.Graph));
    }

    [Theory]
    [InlineData("edge", 0, false)]
    [InlineData("set_context", 0, true)]
    public void Read_OfAnActionThatIsNone_TakesItForWhatItIs(string primitive, int actions, bool hasContext)
    {
        var graph = TraceJsonReader.Read($$"""
            {"format": "vcr-trace/1", "vocabulary": {"id": "vcr-20", "version": 1}, "edges": [],
              "actions": [{"primitive": "{{primitive}}"}]}
            """).Document!.Graph;

        Assert.Equal((actions, hasContext), (graph.Actions.Length, graph.Context is not null));
    }

    [Fact]
    public void Read_OfArgumentsInAnyOrder_PutsThemInThatOfTheSchema()
    {
        // Found by eng/soak fuzz: an unknown argument before a known one changed its place in the text.
        var read = TraceJsonReader.Read("""
            {"format": "vcr-trace/1", "vocabulary": {"id": "vcr-20", "version": 1}, "edges": [],
             "actions": [{"id": "n1", "primitive": "binds_to", "arguments": {"colour": "red", "target": "b", "actor": "a"}}]}
            """).Document!.Graph;

        Assert.Equal(["actor", "target", "colour"], Assert.Single(read.Actions).Arguments.Select(a => a.Name));
        Assert.True(ExplanationReader.Read(ExplanationWriter.Write(read)).Graph.IsIdenticalTo(read));
    }

    [Fact]
    public void Write_OfASmallGraph_IsPlainJson()
    {
        const string expected = """
            {
              "format": "vcr-trace/1",
              "vocabulary": {
                "id": "vcr-20",
                "version": 1
              },
              "actions": [
                {
                  "id": "n1",
                  "primitive": "regulates_expression",
                  "arguments": {
                    "regulator": "MAPK1",
                    "gene_list": [
                      "DUSP6"
                    ],
                    "direction": "down"
                  }
                }
              ],
              "edges": []
            }

            """;
        var graph =
            ExplanationReader.Read("""regulates_expression(id="n1", regulator="MAPK1", gene_list=["DUSP6"], direction="down")""").Graph;
        Assert.Equal(expected, TraceJsonWriter.Write(graph), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameGraph() =>
        Prop.ForAll(Graphs.Any, graph => TraceJsonReader.Read(TraceJsonWriter.Write(graph)) is { IsWellFormed: true } read
            && read.Diagnostics.All(d => d.Severity == Severity.Note) // a list for a text, an id on the context: as in the text form
            && read.Document!.Graph.IsIdenticalTo(graph) && read.Document.Graph.Edges.SequenceEqual(graph.Edges))
                .QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfAWholeDocument_LosesNothing()
    {
        var read = TraceJsonReader.Read(TraceJsonWriter.Write(Whole)).Document!;
        Assert.True(read.Graph.IsIdenticalTo(Whole.Graph));
        Assert.Equal(Whole.Diagnostics.AsEnumerable(), read.Diagnostics);
        Assert.Equal(Whole.Groundings.AsEnumerable(), read.Groundings);
        Assert.Equal(Whole.Provenance, read.Provenance);
        Assert.Equal(Whole.Verdicts.Select(v => v with { Rows = [] }), read.Verdicts.Select(v => v with { Rows = [] }));
        Assert.Equal(Whole.Verdicts.SelectMany(v => v.Rows), read.Verdicts.SelectMany(v => v.Rows));
    }

    [Fact]
    public void Write_OfAWholeDocument_ObeysTheSchemaAndUsesOnlyWhatItNames() =>
        Assert.Empty(SmallSchema.Violations(Schema, JsonDocument.Parse(TraceJsonWriter.Write(Whole)).RootElement));

    [Fact]
    public void Write_OfAnyGraph_ObeysTheSchema() =>
        Prop.ForAll(
            Graphs.Any, graph => SmallSchema.Violations(Schema, JsonDocument.Parse(TraceJsonWriter.Write(graph)).RootElement).Count == 0)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(
        """{"format":"vcr-trace/1","vocabulary":{"id":"vcr-20","version":1},"actions":[],"edges":"""
        + """[{"source":"n1","target":"n2","relation":"maybe"}]}""")]
    [InlineData(
        """{"format":"vcr-trace/1","vocabulary":{"id":"vcr-20","version":1},"actions":[{"primitive":"binds_to","arguments":{"actor":"""
        + """7}}],"edges":[]}""")]
    [InlineData("""{"format":"vcr-trace/1","vocabulary":{"id":"vcr-20","version":1},"actions":{},"edges":[]}""")]
    [InlineData("""{"format":"vcr-trace/2","vocabulary":{"id":"vcr-20","version":1},"actions":[],"edges":[]}""")]
    public void Read_WhenTheSchemaIsBroken_ReportsIt(string json)
    {
        Assert.NotEmpty(SmallSchema.Violations(Schema, JsonDocument.Parse(json).RootElement));
        Assert.Contains(TraceJsonReader.Read(json).Diagnostics, d => d.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("", "VCR401")]
    [InlineData("{\n \"format\": }", "VCR401")]
    [InlineData("[]", "VCR405")]
    [InlineData("{}", "VCR404")]
    [InlineData("""{"format":"vcr-trace/9"}""", "VCR402")]
    [InlineData("""{"format":"vcr-trace/1","vocabulary":{"id":"vcr-20","version":99}}""", "VCR403")]
    [InlineData("""{"format":"vcr-trace/1"}""", "VCR404")]
    public void Read_WhenItIsNoTrace_SaysWhyAndGivesNoDocument(string json, string code)
    {
        var result = TraceJsonReader.Read(json);
        Assert.Null(result.Document);
        Assert.Equal(code, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void Read_WhenJsonBreaks_SaysTheLine() => Assert.Equal(2, TraceJsonReader.Read("{\n \"format\": }").Diagnostics[0].Line);

    [Fact]
    public void Read_WhenOnePartIsBad_KeepsTheRestAndNamesItsPath()
    {
        var result = TraceJsonReader.Read("""
            {"format":"vcr-trace/1","vocabulary":{"id":"vcr-20","version":1},"colour":"red",
             "actions":[{"id":"n1","primitive":"binds_to","arguments":{"actor":"a","target":["b",7]}}, 5, {"id":"n2"}],
             "edges":[{"source":"n1","target":"n2","relation":"causal","relation":"correlative"}]}
            """);
        Assert.Equal(["n1"], result.Document!.Graph.Actions.Select(a => a.Id!.Value.Value));
        Assert.Equal([CausalRelation.Causal], result.Document.Graph.Edges.Select(e => e.Relation));
        Assert.Equal(["VCR440", "VCR405", "VCR405", "VCR404", "VCR420"], result.Diagnostics.Select(d => d.Code));
        Assert.Contains("target of $.actions[0]", result.Diagnostics[1].Message);
    }

    [Fact]
    public void Read_OfDamagedJson_NeverThrows() =>
        Prop.ForAll(Damage.AnyText, Gen.Choose(0, int.MaxValue).ToArbitrary(), (text, seed) =>
        {
            TraceJsonReader.Read(text);
            var bytes = Encoding.UTF8.GetBytes(TraceJsonWriter.Write(Whole));
            var random = new System.Random(seed);
            for (var edits = random.Next(1, 4); edits > 0; edits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            TraceJsonReader.Read(bytes.AsMemory(0, random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OfDeepNesting_IsReported() =>
        Assert.Equal("VCR401", Assert.Single(TraceJsonReader.Read(new string('[', 100_000)).Diagnostics).Code);
}
