using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Layout;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Reasoning.Vocabulary;

namespace VcrPortal.Reasoning.Exports;

/// <summary>The graph as one SVG file that needs nothing else: no style sheet, no font, no script. Actions without an id have no place in
/// it.</summary>
public static class SvgExport
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    // At 11 px a letter of a common sans-serif is about 6 px wide, so that this many fit the box with its padding.
    private const double LetterWidth = 6;
    private const double Padding = 10;
    private const double NarrowestBox = 150, WidestBox = 230;

    public static string Write(ActionGraph graph, ImmutableArray<Verdict> verdicts = default)
    {
        var exported = ExportedGraph.From(graph, verdicts);
        var nodes = exported.Nodes.Where(n => n.Action is { IsContext: false, Id: not null }).DistinctBy(n => n.Id).ToDictionary(n => n.Id);
        var layout = LayeredLayout.Arrange(graph, metrics: Fitting(nodes.Values));
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("svg", Namespace);
            Attributes(
                xml, ("width", Number(layout.Width)), ("height", Number(layout.Height)),
                ("viewBox", $"0 0 {Number(layout.Width)} {Number(layout.Height)}"),
                ("font-family", "sans-serif"), ("font-size", "11"), ("role", "img"));
            Element(xml, "title", "Mechanistic explanation");
            WriteArrowHead(xml);
            foreach (var edge in layout.Edges) WriteEdge(xml, edge);
            foreach (var place in layout.Nodes) WriteNode(xml, nodes[place.Id.Value], place, layout.Metrics);
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static void WriteArrowHead(XmlWriter xml)
    {
        xml.WriteStartElement("defs", Namespace);
        xml.WriteStartElement("marker", Namespace);
        Attributes(
            xml, ("id", "head"), ("viewBox", "0 0 8 8"), ("refX", "8"), ("refY", "4"), ("markerWidth", "8"), ("markerHeight", "8"),
            ("orient", "auto"));
        Element(xml, "path", null, ("d", "M0 0 L8 4 L0 8 Z"), ("fill", "#555"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, PlacedEdge edge) =>
        Element(xml, "path", null, ("d", LayeredLayout.ToSvgPath(edge)), ("fill", "none"), ("stroke", "#555"),
            ("stroke-dasharray", edge.Edge.Relation == CausalRelation.Causal ? "none" : "4 3"), ("marker-end", "url(#head)"));

    private static void WriteNode(XmlWriter xml, ExportedNode node, PlacedNode place, LayoutMetrics metrics)
    {
        xml.WriteStartElement("g", Namespace);
        Element(xml, "title",
            string.Join(". ", new[] { node.Label, node.Judgement?.Word, node.Judgement?.Reason }.Where(t => !string.IsNullOrEmpty(t))));
        Element(xml, "rect", null, ("x", Number(place.X)), ("y", Number(place.Y)), ("width", Number(metrics.NodeWidth)),
            ("height", Number(metrics.NodeHeight)), ("rx", "6"),
            ("fill", "#fff"), ("stroke", StrokeOf(node.Judgement)), ("stroke-width", node.Judgement?.Word == "refuted" ? "3" : "1.5"));
        var lines = Lines(node);
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Length > 0)
                Element(xml, "text", Fitted(lines[i], metrics.NodeWidth), ("x", Number(place.X + Padding)),
                    ("y", Number(place.Y + metrics.NodeHeight * (i + 1) / 4 + 4)));
        xml.WriteEndElement();
    }

    private static string[] Lines(ExportedNode node)
    {
        var words = ClaimWording.For(node.Action!);
        return [$"{node.Id}  {words.Verb}", words.Main, node.Judgement?.Word ?? ""];
    }

    /// <summary>Boxes as wide as most of the lines need.</summary>
    private static LayoutMetrics Fitting(IEnumerable<ExportedNode> nodes)
    {
        var longest = nodes.SelectMany(Lines).Select(line => line.Length).DefaultIfEmpty().Max();
        return LayoutMetrics.Compact with { NodeWidth = Math.Clamp(longest * LetterWidth + 2 * Padding, NarrowestBox, WidestBox) };
    }

    private static string StrokeOf(ExportedJudgement? judgement) =>
        judgement?.Word switch { "supported" => "#1a7f37", "refuted" => "#b3261e", "disputed" => "#8a5a00", _ => "#777" };

    private static string Fitted(string line, double width)
    {
        var most = (int)((width - 2 * Padding) / LetterWidth);
        return line.Length <= most ? line : line[..(most - 1)] + "…";
    }

    private static void Element(XmlWriter xml, string name, string? content, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        Attributes(xml, attributes);
        if (content is not null) xml.WriteString(ExportedText.ForXml(content));
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
    }

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
