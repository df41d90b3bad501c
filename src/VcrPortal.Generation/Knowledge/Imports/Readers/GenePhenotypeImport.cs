using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>HPO's <c>genes_to_phenotype.txt</c>: which abnormal phenotypes people with an altered gene have. It says nothing of the way in
/// which the gene is altered.</summary>
public static class GenePhenotypeImport
{
    internal static readonly string[] Columns = ["gene_symbol", "hpo_id", "hpo_name"];

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.Hpo, file.Version, "as HPO states", "https://hpo.jax.org"));
        var statement = draft.Statement(new(KnowledgeDataset.Hpo, EdgeKind.RelatesTo, 0, "genes_to_phenotype"));
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), '\t', Columns);
        var seen = new HashSet<(int, int)>();
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (!rows.Text(1).StartsWith("HP:", StringComparison.Ordinal)) throw rows.Wrong(
                $"\u201c{rows.Text(1)}\u201d is no id of HPO such as HP:0000118.");
            if (rows.Span(0).IsEmpty || rows.Text(0) == "-")
            {
                counts.Drop("a phenotype without a gene", rows.Line, rows.Text(2));
                continue;
            }
            var pair =
                (draft.Entity(EntityKind.Gene, rows.Text(0)), draft.Entity(EntityKind.Phenotype, rows.Text(1), rows.Text(2), rows.Text(1)));
            if (!seen.Add(pair)) continue; // once for each disease
            draft.Edge(pair.Item1, pair.Item2, statement);
            counts.Take("associations");
        }
    }
}
