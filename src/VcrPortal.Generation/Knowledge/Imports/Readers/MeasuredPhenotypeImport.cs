using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <summary>
/// What perturbations were seen to do to a cell: <c>perturbation, context, phenotype, effect</c>, parted by commas; the effect is
/// <c>up</c>, <c>down</c> or <c>none</c>. A perturbation is a compound or a gene that is known by then; a phenotype is one that is known,
/// else a new one.
/// </summary>
public static class MeasuredPhenotypeImport
{
    internal static readonly string[] Columns = ["perturbation", "context", "phenotype", "effect"];

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.PhenotypeTable, file.Version, "as the table's owner states", ""));
        using var rows = DelimitedReader.WithHeader(file.Name, file.OpenText(counts), ',', Columns);
        var perturbations = draft.ByFoldedName(EntityKind.Compound, EntityKind.Gene);
        var phenotypes = draft.ByFoldedName(EntityKind.Phenotype);
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            var (perturbation, context, phenotype) = (rows.Text(0), rows.Text(1), rows.Text(2));
            if (context.Length == 0 || phenotype.Length == 0) throw rows.Wrong("the context or the phenotype is missing.");
            var sign = rows.Text(
                3) switch
            {
                "up" => 1,
                "down" => -1,
                "none" => 0,
                var other => throw rows.Wrong($"the effect is \u201c{other}\u201d; it is up, down or none.")
            };
            if (!perturbations.TryGetValue(NameFolding.Fold(perturbation), out var cause))
            {
                counts.Drop("a perturbation that is neither a known compound nor a known gene", rows.Line, perturbation);
                continue;
            }
            if (!phenotypes.TryGetValue(NameFolding.Fold(phenotype), out var end))
                phenotypes[NameFolding.Fold(phenotype)] = end =
                    draft.Entity(EntityKind.Phenotype, $"MEASURED:{NameFolding.Fold(phenotype)}", phenotype);
            draft.Edge(cause, end, new Statement(KnowledgeDataset.PhenotypeTable, EdgeKind.ChangesPhenotype, sign, context, file.Name));
            counts.Take("measured phenotypes");
        }
    }
}
