using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;

namespace VcrPortal.Reasoning.Exports;

/// <summary>GraphML (graphml.graphdrawing.org), for yEd, Gephi, networkx, igraph. Characters that XML 1.0 cannot hold become
/// U+FFFD.</summary>
public static class GraphMlExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";
    private const string SchemaLocation = Namespace + " " + Namespace + "/1.0/graphml.xsd";

    private static readonly string[] NodeColumns =
        ["id", "label", "primitive", "category", "text", "verdict", "verdict_reason", "verdict_strength"];
    private static readonly string[] EdgeColumns = ["relation", "verdict", "verdict_reason", "verdict_strength"];

    public static string Write(ActionGraph graph, ImmutableArray<Verdict> verdicts = default)
    {
        var exported = ExportedGraph.From(graph, verdicts);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(
            text, new XmlWriterSettings
            {
                Indent = true,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
                OmitXmlDeclaration = true
            }))
            WriteDocument(xml, exported);
        return text.Append('\n').ToString();
    }

    private static void WriteDocument(XmlWriter xml, ExportedGraph graph)
    {
        var keys = graph.Arguments.Select((a, number) => (a.Name, Key: $"argument{Number(number)}")).ToDictionary(a => a.Name, a => a.Key);
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xmlns", "xsi", null, "http://www.w3.org/2001/XMLSchema-instance");
        xml.WriteAttributeString("schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", SchemaLocation);
        foreach (var column in NodeColumns) WriteKey(xml, "node", "node_" + column, column);
        foreach (var (name, key) in keys) WriteKey(xml, "node", key, "argument." + name);
        foreach (var column in EdgeColumns) WriteKey(xml, "edge", "edge_" + column, column);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "explanation");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes) WriteNode(xml, node, keys);
        for (var i = 0; i < graph.Edges.Length; i++) WriteEdge(xml, graph.Edges[i], i);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteKey(XmlWriter xml, string domain, string key, string name)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", key);
        xml.WriteAttributeString("for", domain);
        xml.WriteAttributeString("attr.name", ExportedText.ForXml(name));
        xml.WriteAttributeString("attr.type", "string");
        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, ExportedNode node, Dictionary<string, string> keys)
    {
        xml.WriteStartElement("node", Namespace);
        xml.WriteAttributeString("id", "a" + Number(node.Number));
        string[] values = [
            node.Id, node.Label, node.Primitive, node.Category, node.Action is { } a ? ExplanationWriter.Write(a) : "", node.Judgement?.Word
            ?? "", node.Judgement?.Reason ?? "", node.Judgement?.Strength ?? ""];
        WriteData(xml, "node_", NodeColumns, values);
        foreach (var argument in (node.Action?.Arguments ?? []).DistinctBy(a => a.Name)) WriteDatum(
            xml, keys[argument.Name], argument.Value.ToString());
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, ExportedEdge edge, int number)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", "e" + Number(number));
        xml.WriteAttributeString("source", "a" + Number(edge.Source.Number));
        xml.WriteAttributeString("target", "a" + Number(edge.Target.Number));
        WriteData(
            xml, "edge_", EdgeColumns,
            [edge.Relation, edge.Judgement?.Word ?? "", edge.Judgement?.Reason ?? "", edge.Judgement?.Strength ?? ""]);
        xml.WriteEndElement();
    }

    // What is empty is left out: a reader tells "not judged" from "judged as nothing".
    private static void WriteData(XmlWriter xml, string prefix, string[] columns, string[] values)
    {
        foreach (var (column, value) in columns.Zip(values))
            if (value.Length > 0) WriteDatum(xml, prefix + column, value);
    }

    private static void WriteDatum(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(ExportedText.ForXml(value));
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
