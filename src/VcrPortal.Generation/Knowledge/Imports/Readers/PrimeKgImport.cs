using System.Globalization;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>PrimeKG's <c>kg.csv</c>: one unsigned relation a line, both ends written out in full.</summary>
public static class PrimeKgImport
{
    public const string Url = "https://zitniklab.hms.harvard.edu/projects/PrimeKG/";

    private static readonly string[] Columns =
        ["relation", "display_relation", "x_index", "x_id", "x_type", "x_name", "x_source", "y_index", "y_id", "y_type", "y_name",
            "y_source"];

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.PrimeKg, file.Version, "MIT; its sources have their own", Url));
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), ',', Columns);
        var nodes = new PrimeKgNodes(draft);
        var statements = new Dictionary<string, int>(StringComparer.Ordinal);
        var byName = statements.GetAlternateLookup<ReadOnlySpan<char>>();
        while (rows.Read())
        {
            if (rows.Line % 65536 == 0) ct.ThrowIfCancellationRequested();
            var x = nodes.Find(rows, 2);
            var y = nodes.Find(rows, 7);
            if (x is null || y is null) counts.Drop(
                "an end of an unknown type", rows.Line, $"{rows.Text(4)} {rows.Text(0)} {rows.Text(9)}");
            else
            {
                if (!byName.TryGetValue(rows.Span(0), out var statement))
                    statements[rows.Text(0)] = statement =
                        draft.Statement(new(KnowledgeDataset.PrimeKg, EdgeKind.RelatesTo, 0, rows.Text(0), rows.Text(1)));
                draft.Edge(x.Value, y.Value, statement);
                counts.Take("relations");
            }
        }
        counts.Take("entities", nodes.Count);
        if (nodes.SecondNames > 0) counts.Take("second names of a gene", nodes.SecondNames);
    }
}

/// <summary>PrimeKG's nodes by their number in the file; the text of a node is looked at once.</summary>
internal sealed class PrimeKgNodes(KnowledgeDraft draft)
{
    /// <summary>PrimeKG has 129,375; more than this is another file.</summary>
    private const int MostNodes = 10_000_000;

    private const string NumberSpace = "NCBIGENE:";

    private readonly Dictionary<string, int> _compounds = draft.ByFoldedName(EntityKind.Compound);
    private readonly List<int> _byIndex = []; // place in the draft plus 2; 1 for a node of an unknown type, 0 for one not seen

    private readonly Dictionary<string, int> _genes = ByNumber(draft); // by NCBI's number: the file has two names for some

    /// <summary>Genes that are in the file a second time under another name.</summary>
    public int SecondNames { get; private set; }

    public int Count => _byIndex.Count(place => place > 1);

    /// <param name="first">The column of the index; id, type, name and source follow it.</param>
    public int? Find(DelimitedReader rows, int first)
    {
        if (!int.TryParse(rows.Span(first), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= MostNodes)
            throw rows.Wrong($"\u201c{rows.Text(first)}\u201d is no number of a node.");
        while (_byIndex.Count <= index) _byIndex.Add(0);
        if (_byIndex[index] == 0) _byIndex[index] =
            (Add(rows.Text(first + 1), rows.Text(first + 2), rows.Text(first + 3), rows.Text(first + 4)) ?? -1) + 2;
        return _byIndex[index] > 1 ? _byIndex[index] - 2 : null;
    }

    public int? Add(string id, string type, string name, string source)
    {
        switch (type)
        {
            case "gene/protein": return Gene(id, name, source);
            case "drug": return Compound(id, name);
            case "disease":
                return Named(
                EntityKind.Disease, id.All(char.IsAsciiDigit) ? $"MONDO:{id.PadLeft(7, '0')}" : $"MONDO.GROUP:{id}", name);
            case "effect/phenotype": return Named(EntityKind.Phenotype, $"HP:{id.PadLeft(7, '0')}", name);
            case "biological_process": return Named(EntityKind.Process, $"GO:{id.PadLeft(7, '0')}", name);
            case "molecular_function": return Named(EntityKind.Function, $"GO:{id.PadLeft(7, '0')}", name);
            case "cellular_component": return Named(EntityKind.Component, $"GO:{id.PadLeft(7, '0')}", name);
            case "anatomy": return Named(EntityKind.Anatomy, $"UBERON:{id.PadLeft(7, '0')}", name);
            case "pathway": return Named(EntityKind.Pathway, $"REACTOME:{id}", name);
            case "exposure": return Named(EntityKind.Exposure, $"{source}:{id}", name);
            default: return null;
        }
    }

    // A gene that is there under its number keeps its name, and the file's becomes a synonym.
    private int Gene(string id, string name, string source)
    {
        var number = id.EndsWith(".0", StringComparison.Ordinal) ? id[..^2] : id;
        if (source != "NCBI" || number.Length == 0) return draft.Entity(EntityKind.Gene, name);
        if (!_genes.TryGetValue(number, out var gene))
        {
            gene = _genes[number] = draft.Entity(EntityKind.Gene, name);
            draft.Attribute(gene, EntityAttribute.CrossReference, NumberSpace + number);
        }
        if (draft.KeyOf(gene) == name) return gene;
        draft.Synonym(gene, name);
        SecondNames++;
        return gene;
    }

    private static Dictionary<string, int> ByNumber(KnowledgeDraft draft)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < draft.EntityCount; i++)
            if (draft.KindOf(i) == EntityKind.Gene)
                foreach (var (attribute, value) in draft.Entities[i].Attributes)
                    if (attribute == EntityAttribute.CrossReference && value.StartsWith(NumberSpace, StringComparison.Ordinal))
                        found.TryAdd(value[NumberSpace.Length..], i);
        return found;
    }

    private int Named(EntityKind kind, string curie, string name) => draft.Entity(kind, curie, name, curie);

    private int Compound(string id, string name)
    {
        var compound = _compounds.TryGetValue(NameFolding.Fold(name), out var known) ? known
            : draft.Entity(EntityKind.Compound, name, null, id.StartsWith("DB", StringComparison.Ordinal) ? $"DRUGBANK:{id}" : null);
        draft.Synonym(compound, id);
        return compound;
    }
}
