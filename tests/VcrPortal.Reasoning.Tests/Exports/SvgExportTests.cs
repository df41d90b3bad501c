using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using VcrPortal.Reasoning.Exports;
using VcrPortal.Reasoning.Layout;

namespace VcrPortal.Reasoning.Tests.Exports;

public class SvgExportTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Write_OfASmallGraph_DrawsABoxForEachActionAndALineForEachEdgeBetweenThem()
    {
        var file = XDocument.Parse(SvgExport.Write(SmallGraph.Graph, SmallGraph.Verdicts));
        Assert.Equal(
            ["n1  binds", "n2  mRNA falls"], file.Descendants(Svg + "g").Select(g => g.Elements(Svg + "text").First().Value));
        Assert.Single(file.Root!.Elements(Svg + "path"));
        Assert.Contains("supported. Listed as a target.", file.Descendants(Svg + "g").First().Element(Svg + "title")!.Value);
    }

    [Fact]
    public void Write_OfAnyGraph_ParsesAndHoldsNoScript() =>
        Prop.ForAll(Graphs.Any, graph =>
        {
            var file = XDocument.Parse(SvgExport.Write(graph));
            string[] known = ["svg", "title", "defs", "marker", "path", "g", "rect", "text"];
            return file.Descendants().All(e => known.Contains(e.Name.LocalName))
                && file.Descendants(Svg + "g").Count() == LayeredLayout.Arrange(graph).Nodes.Length;
        }).QuickCheckThrowOnFailure();
}
