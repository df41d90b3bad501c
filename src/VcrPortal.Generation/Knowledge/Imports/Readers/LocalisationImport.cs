using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>
/// Where proteins are seen: a table with the Human Protein Atlas' columns <c>Gene name, Reliability, Main location, Additional
/// location</c>, parted by tabs, places parted by semicolons. What it calls uncertain is left out.
/// </summary>
public static class LocalisationImport
{
    internal static readonly string[] Columns = ["Gene name", "Reliability", "Main location", "Additional location"];

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.ProteinAtlas, file.Version, "CC BY-SA 4.0", "https://www.proteinatlas.org"));
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), '\t', Columns);
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (rows.Span(0).IsEmpty) throw rows.Wrong("the gene has no name.");
            var (gene, reliability) = (rows.Text(0), rows.Text(1));
            if (reliability.Equals("Uncertain", StringComparison.OrdinalIgnoreCase))
            {
                counts.Drop("a protein whose place is uncertain", rows.Line, gene);
                continue;
            }
            foreach (
                var place in $"{rows.Text(2)};{rows.Text(3)}".Split(
                ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct())
            {
                draft.Edge(
                    draft.Entity(EntityKind.Gene, gene), draft.Entity(EntityKind.Component, place),
                    new Statement(KnowledgeDataset.ProteinAtlas, EdgeKind.LocatedIn, 0, reliability, place));
                counts.Take("localisations");
            }
        }
    }
}
