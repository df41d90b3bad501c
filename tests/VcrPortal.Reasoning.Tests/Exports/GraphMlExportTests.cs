using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;

namespace VcrPortal.Reasoning.Tests.Exports;

public class GraphMlExportTests
{
    private static readonly XNamespace Ml = "http://graphml.graphdrawing.org/xmlns";

    [Fact]
    public void Write_OfASmallGraph_HoldsEveryNodeWithItsArgumentsAndVerdict()
    {
        var file = XDocument.Parse(GraphMlExport.Write(SmallGraph.Graph, SmallGraph.Verdicts));
        var n1 = file.Descendants(Ml + "node").Single(n => Datum(file, n, "id") == "n1");
        Assert.Equal("binds_to", Datum(file, n1, "primitive"));
        Assert.Equal("Interaction", Datum(file, n1, "category"));
        Assert.Equal("12 nM", Datum(file, n1, "argument.affinity"));
        Assert.Equal("supported", Datum(file, n1, "verdict"));
        Assert.Equal("Listed as a target.", Datum(file, n1, "verdict_reason"));
        Assert.Equal("""binds_to(id="n1", actor="binimetinib", target="MAP2K1", affinity="12 nM")""", Datum(file, n1, "text"));
        Assert.Equal(4, file.Descendants(Ml + "node").Count());
    }

    [Fact]
    public void Write_OfASmallGraph_JoinsItsNodes()
    {
        var file = XDocument.Parse(GraphMlExport.Write(SmallGraph.Graph));
        var names = file.Descendants(Ml + "node").ToDictionary(n => (string)n.Attribute("id")!, n => Datum(file, n, "id"));
        var edges = file.Descendants(Ml + "edge")
            .Select(e => (names[(string)e.Attribute("source")!], names[(string)e.Attribute("target")!], Datum(file, e, "relation")));
        Assert.Equal([("n1", "n2", "causal"), ("n2", "n9", "correlative")], edges);
    }

    [Fact]
    public void Write_WhenTextIsMarkup_KeepsItAsText()
    {
        const string hostile = "</data><script>alert(1)</script>]]>&amp;";
        var file = XDocument.Parse(GraphMlExport.Write(SmallGraph.With(hostile)));
        Assert.Equal(hostile, Datum(file, file.Descendants(Ml + "node").First(), "argument.target"));
    }

    [Fact]
    public void Write_OfAnyGraph_ParsesWithEveryEdgeBetweenDeclaredNodes() =>
        Prop.ForAll(Graphs.Any, graph =>
        {
            var file = XDocument.Parse(GraphMlExport.Write(graph));
            var nodes = file.Descendants(Ml + "node").Select(n => (string)n.Attribute("id")!).ToHashSet();
            var edges = file.Descendants(Ml + "edge").ToList();
            return edges.Count == graph.Edges.Length && nodes.Count >= graph.Actions.Length
                && edges.All(e => nodes.Contains((string)e.Attribute("source")!) && nodes.Contains((string)e.Attribute("target")!));
        }).QuickCheckThrowOnFailure();

    private static string? Datum(XDocument file, XElement part, string name)
    {
        var key = file.Descendants(Ml + "key")
            .Single(k => (string?)k.Attribute("attr.name") == name && (string?)k.Attribute("for") == part.Name.LocalName);
        return part.Elements(Ml + "data").SingleOrDefault(d => (string?)d.Attribute("key") == (string?)key.Attribute("id"))?.Value;
    }
}
