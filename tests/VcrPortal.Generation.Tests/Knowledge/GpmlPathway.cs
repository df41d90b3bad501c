using System.Collections.Concurrent;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>A node, label or shape, as it is drawn.</summary>
internal sealed record GpmlNode(string Label, bool IsDataNode, string Database, string Id);

/// <summary>An arrow from everything at its tail to everything at its head; a group or complex counts as its members.</summary>
internal sealed record GpmlArrow(string Head, IReadOnlyList<GpmlNode> From, IReadOnlyList<GpmlNode> To, IReadOnlySet<string> PubMedIds);

/// <summary>One pathway of the WikiPathways archive, read by itself: nothing here knows the starter pack.</summary>
internal sealed record GpmlPathway(string Title, IReadOnlyList<GpmlNode> Nodes, IReadOnlyList<GpmlArrow> Arrows)
{
    private const string Archive = "wikipathways/wikipathways-20260822-gpml-Homo_sapiens.zip";
    private static readonly XNamespace Gpml = "http://pathvisio.org/GPML/2013a";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace BioPax = "http://www.biopax.org/release/biopax-level3.owl#";
    private static readonly ConcurrentDictionary<string, GpmlPathway> Cache = new();

    public static GpmlPathway Load(string id) => Cache.GetOrAdd(id, Read);

    public static IReadOnlyList<GpmlPathway> LoadAll()
    {
        using var archive = ZipFile.OpenRead(ReferenceData.File(Archive));
        return [.. archive.Entries.Where(e => e.Name.EndsWith(".gpml", StringComparison.Ordinal)).Select(Read)];
    }

    private static GpmlPathway Read(string id)
    {
        using var archive = ZipFile.OpenRead(ReferenceData.File(Archive));
        return Read(archive.GetEntry($"{id}.gpml") ?? throw new InvalidDataException($"{id} is not in the archive"));
    }

    private static GpmlPathway Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var root = XDocument.Load(xml).Root!;
        var drawn = root.Elements().Where(e => e.Name == Gpml + "DataNode" || e.Name == Gpml + "Label" || e.Name == Gpml + "Shape")
            .Select(e => (Element: e, Node: Node(e))).ToList();
        var byGroup = drawn.ToLookup(d => (string?)d.Element.Attribute("GroupRef"), d => d.Node);
        var ends = drawn.Where(d => d.Element.Attribute("GraphId") is not null).GroupBy(d => (string)d.Element.Attribute("GraphId")!)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<GpmlNode>)[g.First().Node]);
        foreach (var group in root.Elements(Gpml + "Group"))
            if ((string?)group.Attribute("GraphId") is { } graphId) ends[graphId] = [.. byGroup[(string?)group.Attribute("GroupId")]];
        var publications = root.Descendants(BioPax + "PublicationXref").Where(p => (string?)p.Element(BioPax + "DB") == "PubMed")
            .GroupBy(p => (string?)p.Attribute(Rdf + "id") ?? "")
                .ToDictionary(g => g.Key, g => ((string?)g.First().Element(BioPax + "ID"))?.Trim() ?? "");
        return new(
            (string)root.Attribute("Name")!, [.. drawn.Select(d => d.Node)],
            [.. root.Elements(Gpml + "Interaction").SelectMany(i => ArrowsOf(i, ends, publications))]);
    }

    private static GpmlNode Node(XElement element) => new(
        ((string?)element.Attribute("TextLabel") ?? "").Trim(), element.Name == Gpml + "DataNode",
        (string?)element.Element(Gpml + "Xref")?.Attribute("Database") ?? "", (string?)element.Element(Gpml + "Xref")?.Attribute("ID")
            ?? "");

    /// <summary>Heads are drawn at the last point, and seldom at the first, where the arrow runs backwards.</summary>
    private static IEnumerable<GpmlArrow> ArrowsOf(
        XElement interaction, Dictionary<string, IReadOnlyList<GpmlNode>> ends, Dictionary<string, string> publications)
    {
        var points = interaction.Elements(Gpml + "Graphics").Elements(Gpml + "Point").ToList();
        if (points.Count < 2 || End(points[0]) is not { } first || End(points[^1]) is not { } last) yield break;
        var cited = interaction.Elements(Gpml + "BiopaxRef").Select(r => publications.GetValueOrDefault(r.Value.Trim())).OfType<string>()
            .ToHashSet();
        if ((string?)points[^1].Attribute("ArrowHead") is { } forward) yield return new(forward, first, last, cited);
        if ((string?)points[0].Attribute("ArrowHead") is { } backward) yield return new(backward, last, first, cited);

        IReadOnlyList<GpmlNode>? End(XElement point) =>
            (string?)point.Attribute("GraphRef") is { } reference ? ends.GetValueOrDefault(reference) : null;
    }
}
