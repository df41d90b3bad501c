using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>
/// A gene table with HGNC's column names, parted by tabs: <c>symbol</c>, and of <c>name, alias_symbol, prev_symbol, ensembl_gene_id,
/// entrez_id, uniprot_ids</c> those that it has. Lists are parted by <c>|</c>.
/// </summary>
public static class GeneTableImport
{
    private static readonly string[] Optional = ["alias_symbol", "prev_symbol", "ensembl_gene_id", "entrez_id", "uniprot_ids"];

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new("Gene table", file.Version, "as the table's publisher states", "https://www.genenames.org"));
        var present = Present(file, counts);
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), '\t', ["symbol", .. present]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (rows.Span(0).IsEmpty) throw rows.Wrong("the symbol is missing.");
            if (!seen.Add(rows.Text(0)))
            {
                counts.Drop("a symbol that stands there twice; the first is kept", rows.Line, rows.Text(0));
                continue;
            }
            var cells = present.Select((column, i) => (column, rows.Text(i + 1))).Where(c => c.Item2.Length > 0)
                .ToDictionary(c => c.column, c => c.Item2.Split('|', StringSplitOptions.TrimEntries));
            var gene = draft.Entity(
                EntityKind.Gene, rows.Text(0), null, cells.TryGetValue("ensembl_gene_id", out var ensembl) ? $"ENSEMBL:{ensembl[0]}"
                : null);
            foreach (var column in (ReadOnlySpan<string>)["alias_symbol", "prev_symbol"])
                foreach (var synonym in cells.GetValueOrDefault(column, [])) draft.Synonym(gene, synonym);
            foreach (var (column, space) in (ReadOnlySpan<(string, string)>)[("entrez_id", "NCBIGENE"), ("uniprot_ids", "UNIPROT")])
                foreach (var id in cells.GetValueOrDefault(column, [])) draft.Attribute(
                    gene, EntityAttribute.CrossReference, $"{space}:{id}");
            counts.Take("genes");
        }
    }

    private static List<string> Present(SourceFile file, ImportCounts counts)
    {
        using var text = file.OpenText(counts);
        var line = text.ReadLine() ?? "";
        var header = TableHeader.Cells(line, TableHeader.FindDelimiter(line, ["symbol"], '\t') ?? '\t');
        return [.. Optional.Where(header.Contains)];
    }
}
