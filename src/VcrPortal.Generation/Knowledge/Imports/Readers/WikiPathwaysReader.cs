using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>A thing that is drawn: a data node, or a label or shape, which has no database id.</summary>
/// <param name="Kind">GPML's type of a data node; <c>Label</c> for all else.</param>
/// <param name="Group">The <c>GroupId</c> that it is drawn in, or empty.</param>
public sealed record GpmlNode(string Label, string Kind, string Database, string Id, string Group);

/// <summary>An arrow between two ends, each one node or the members of a group.</summary>
/// <param name="Head">The head as it is drawn: <c>mim-inhibition</c>, <c>Arrow</c>; empty for a line without head.</param>
/// <param name="Problem">Why an end is nothing; null when both are there.</param>
public sealed record GpmlArrow(
    string Id, string Head, ImmutableArray<GpmlNode> From, ImmutableArray<GpmlNode> To, string? PubMedId, string? Problem);

/// <param name="Id"><c>WP4685</c>, from the name of the entry.</param>
public sealed record GpmlPathway(string Id, string Title, ImmutableArray<GpmlNode> Nodes, ImmutableArray<GpmlArrow> Arrows);

/// <summary>Reads the GPML 2013a files of a WikiPathways archive. XML is read without DTDs, and an entry is at most 64 MB.</summary>
public static partial class WikiPathwaysReader
{
    public const long LargestEntry = 64L << 20;

    private static readonly XNamespace Gpml = "http://pathvisio.org/GPML/2013a";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace BioPax = "http://www.biopax.org/release/biopax-level3.owl#";

    /// <summary>In the order of their ids. One bad entry does not cost the others.</summary>
    /// <param name="leaveOut">Told of each entry that cannot be read: its place and what is wrong.</param>
    /// <exception cref="ImportException">The archive is cut off, or none of its entries is GPML; named with its place.</exception>
    public static IEnumerable<GpmlPathway> Read(string file, string path, Action<ImportException> leaveOut, CancellationToken ct)
    {
        using var archive = Open(file, path);
        var entries = archive.Entries.Where(e => e.Name.EndsWith(".gpml", StringComparison.OrdinalIgnoreCase))
            .Select(e => (Entry: e, Id: PathwayId().Match(e.Name).Value)).ToList();
        if (entries.Count == 0) throw new ImportException(
            file, null, "the archive holds no GPML file. Where it holds other files, unpack it first.");
        var (seen, first, read) = (new HashSet<string>(StringComparer.Ordinal), (ImportException?)null, 0);
        foreach (var (entry, id) in entries.OrderBy(e => e.Id.Length).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            var (pathway, problem) = TryRead(file, entry, id, seen);
            if (problem is not null)
            {
                first ??= problem;
                leaveOut(problem);
                continue;
            }
            read++;
            yield return pathway!;
        }
        if (read == 0) throw first!;
    }

    private static (GpmlPathway?, ImportException?) TryRead(string file, ZipArchiveEntry entry, string id, HashSet<string> seen)
    {
        try
        {
            if (id.Length == 0) throw new ImportException(file, entry.FullName, "the name holds no pathway id such as WP4685.");
            if (!seen.Add(id)) throw new ImportException(file, entry.FullName, $"the pathway {id} is there twice; the first is kept.");
            return (ReadEntry(file, entry, id), null);
        }
        catch (ImportException problem)
        {
            return (null, problem);
        }
    }

    private static ZipArchive Open(string file, string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException failure)
        {
            throw new ImportException(file, null, "the zip archive is cut off or damaged. Fetch it again.", failure);
        }
    }

    private static GpmlPathway ReadEntry(string file, ZipArchiveEntry entry, string id)
    {
        try
        {
            if (entry.Length > LargestEntry) throw new ImportException(file, entry.FullName, $"is larger than {LargestEntry >> 20} MB.");
            using var stream = entry.Open();
            using var xml = XmlReader.Create(
                stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestEntry });
            var root = XDocument.Load(xml).Root!;
            return root.Name == Gpml + "Pathway" ? Pathway(id, root)
                : throw new ImportException(file, entry.FullName, $"is no GPML of 2013a: its root is {root.Name}.");
        }
        catch (XmlException failure)
        {
            throw new ImportException(file, $"{entry.FullName}, line {failure.LineNumber}", "the XML is cut off or damaged.", failure);
        }
        catch (InvalidDataException failure)
        {
            throw new ImportException(file, entry.FullName, "the entry is cut off or damaged.", failure);
        }
    }

    private static GpmlPathway Pathway(string id, XElement root)
    {
        var drawn = root.Elements().Where(e => e.Name == Gpml + "DataNode" || e.Name == Gpml + "Label" || e.Name == Gpml + "Shape")
            .Select(e => (GraphId: Text(e, "GraphId"), Node: Node(e))).ToList();
        var ends = new Dictionary<string, ImmutableArray<GpmlNode>>(StringComparer.Ordinal);
        foreach (var (graphId, node) in drawn)
            if (graphId.Length > 0) ends.TryAdd(graphId, [node]);
        var members = drawn.Select(d => d.Node).Where(n => n.Group.Length > 0).ToLookup(n => n.Group);
        foreach (var group in root.Elements(Gpml + "Group"))
            if (Text(group, "GraphId") is { Length: > 0 } graphId) ends.TryAdd(graphId, [.. members[Text(group, "GroupId")]]);
        var anchors = root.Descendants(Gpml + "Anchor").Select(a => Text(a, "GraphId")).ToHashSet(StringComparer.Ordinal);
        var papers = root.Descendants(BioPax + "PublicationXref").Where(p => (string?)p.Element(BioPax + "DB") == "PubMed")
            .GroupBy(p => (string?)p.Attribute(Rdf + "id") ?? "")
                .ToDictionary(g => g.Key, g => ((string?)g.First().Element(BioPax + "ID") ?? "").Trim());
        return new(
            id, Text(root, "Name"), [.. drawn.Select(d => d.Node)],
            [.. root.Elements(Gpml + "Interaction").SelectMany(i => Arrows(i, ends, anchors, papers))]);
    }

    private static GpmlNode Node(XElement element)
    {
        var reference = element.Element(Gpml + "Xref");
        return new(Text(element, "TextLabel"), element.Name == Gpml + "DataNode" ? Text(element, "Type") : "Label",
            reference is null ? "" : Text(reference, "Database"), reference is null ? "" : Text(reference, "ID"),
                Text(element, "GroupRef"));
    }

    private static string Text(XElement element, string attribute) =>
        string.Join(' ', ((string?)element.Attribute(attribute) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Heads are drawn at the last point, and seldom at the first, where the arrow runs backwards; a line may have both or
    /// none.</summary>
    private static IEnumerable<GpmlArrow> Arrows(
        XElement interaction, Dictionary<string, ImmutableArray<GpmlNode>> ends, HashSet<string> anchors, Dictionary<string, string> papers)
    {
        var points = interaction.Elements(Gpml + "Graphics").Elements(Gpml + "Point").ToList();
        if (points.Count < 2) yield break;
        var (first, last) = (Text(points[0], "GraphRef"), Text(points[^1], "GraphRef"));
        var problem = Problem(first) ?? Problem(last);
        var paper = interaction.Elements(Gpml + "BiopaxRef").Select(r => papers.GetValueOrDefault(r.Value.Trim()))
            .Where(p => p is { Length: > 0 } && p.All(char.IsAsciiDigit)).Order(StringComparer.Ordinal).FirstOrDefault();
        var (forward, backward) = (Text(points[^1], "ArrowHead"), Text(points[0], "ArrowHead"));
        if (forward.Length > 0 || backward.Length == 0) yield return Arrow(forward, first, last);
        if (backward.Length > 0) yield return Arrow(backward, last, first);

        GpmlArrow Arrow(string head, string from, string to) =>
            new(Text(interaction, "GraphId"), head, ends.GetValueOrDefault(from, []), ends.GetValueOrDefault(to, []), paper, problem);

        string? Problem(string reference) =>
            reference.Length == 0 ? "an end that is joined to nothing"
            : anchors.Contains(reference) ? "an end on another arrow"
            : !ends.TryGetValue(reference, out var nodes) ? "an end that refers to nothing in the file"
            : nodes.IsEmpty ? "an end on an empty group" : null;
    }

    [GeneratedRegex(@"WP\d+", RegexOptions.CultureInvariant)]
    private static partial Regex PathwayId();
}
