using System.Xml;
using System.Xml.Linq;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>One drug of DrugBank.</summary>
public sealed record DrugBankEntry(string Id, string Name, IReadOnlyList<string> Synonyms, string? PubChemId);

/// <summary>The names of DrugBank's full XML, read as a stream. Only names and ids are taken; the file has its own licence.</summary>
public static class DrugBankImport
{
    private static readonly XNamespace Space = "http://www.drugbank.ca";

    public static IEnumerable<DrugBankEntry> Read(string file, Stream stream)
    {
        using var xml = XmlReader.Create(
            stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true, IgnoreComments = true });
        while (Next(file, xml) is { } drug)
        {
            var id = drug.Elements(Space + "drugbank-id").FirstOrDefault(e => (string?)e.Attribute("primary") == "true")?.Value;
            if (id is null || drug.Element(Space + "name")?.Value is not { Length: > 0 } name) throw new ImportException(
                file, Place(xml), "a drug has no primary id or no name.");
            var pubChem = drug.Descendants(Space + "external-identifier")
                .FirstOrDefault(e => e.Element(Space + "resource")?.Value == "PubChem Compound")?.Element(Space + "identifier")?.Value;
            yield return new(
                id, name,
                [.. drug.Elements(Space + "synonyms").Elements(Space + "synonym").Select(e => e.Value.Trim()).Where(s => s.Length > 0)],
                pubChem);
        }
    }

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new("DrugBank", file.Version, "DrugBank licence", "https://go.drugbank.com"));
        var names = draft.ByFoldedName(EntityKind.Compound);
        var byCurie = draft.Entities.Select((e, i) => (e, i)).Where(p => p.e.Kind == EntityKind.Compound && p.e.Curie.Length > 0)
            .DistinctBy(p => p.e.Curie).ToDictionary(p => p.e.Curie, p => p.i);
        using var stream = InputText.OpenUnpacked(file.Path);
        foreach (var drug in Read(file.Name, stream))
        {
            ct.ThrowIfCancellationRequested();
            var compound = drug.PubChemId is not null && byCurie.TryGetValue($"PUBCHEM.COMPOUND:{drug.PubChemId}", out var same) ? same
                : names.TryGetValue(NameFolding.Fold(drug.Name), out var named) ? named
                    : draft.Entity(EntityKind.Compound, drug.Name, null, $"DRUGBANK:{drug.Id}");
            foreach (var synonym in drug.Synonyms.Append(drug.Id).Append(drug.Name)) draft.Synonym(compound, synonym);
            counts.Take("compounds");
        }
    }

    /// <summary>Drugs stand below the root; those below interactions and the like are mentions.</summary>
    private static XElement? Next(string file, XmlReader xml)
    {
        try
        {
            if (xml.ReadState == ReadState.Initial)
            {
                xml.MoveToContent();
                if (xml.LocalName != "drugbank" || xml.NamespaceURI != Space.NamespaceName) throw new ImportException(
                    file, "line 1", $"is no DrugBank XML: its root is {xml.Name}.");
                xml.Read();
            }
            while (!xml.EOF && !(xml is { NodeType: XmlNodeType.Element, LocalName: "drug", Depth: 1 }))
                if (xml is { NodeType: XmlNodeType.Element, Depth: >= 1 }) xml.Skip();
                else xml.Read();
            return xml.EOF ? null : (XElement)XNode.ReadFrom(xml);
        }
        catch (XmlException failure)
        {
            throw ImportException.AtLine(file, failure.LineNumber, "the XML is cut off or damaged.");
        }
    }

    private static string? Place(XmlReader xml) => xml is IXmlLineInfo { LineNumber: > 0 and var line } ? $"line {line}" : null;
}
