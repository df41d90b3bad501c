using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <param name="Effect">In SIGNOR's words: "up-regulates activity".</param>
/// <param name="Residue">"Ser63", or empty.</param>
public readonly record struct SignorRow(
    long Line, string Source, string SourceType, string Target, string TargetType, string Effect, string Mechanism, string Residue,
    string Species, string PubMedId);

/// <summary>SIGNOR's relations as CSV: who modifies whom, where, and to what effect.</summary>
public static class SignorImport
{
    private const string Human = "9606";

    public static IEnumerable<SignorRow> Read(string file, TextReader text)
    {
        using var rows = DelimitedReader.WithHeader(
            file, text, ',', "ENTITYA", "TYPEA", "ENTITYB", "TYPEB", "EFFECT", "MECHANISM", "RESIDUE", "TAX_ID", "PMID");
        while (rows.Read())
            yield return new(
                rows.Line, rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), rows.Text(6), rows.Text(7),
                rows.Text(8));
    }

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.Signor, file.Version, "CC BY-NC 4.0", "https://signor.uniroma2.it"));
        foreach (var row in Read(file.Name, file.OpenText(counts)))
        {
            ct.ThrowIfCancellationRequested();
            if (WhyNot(row) is { } reason)
            {
                counts.Drop(reason, row.Line, $"{row.Source} {row.Mechanism} {row.Target}");
                continue;
            }
            draft.Edge(draft.Entity(EntityKind.Gene, row.Source), draft.Entity(EntityKind.Gene, row.Target), new Statement(
                KnowledgeDataset.Signor, KindOf(row.Mechanism)!.Value, SignOf(row.Effect), row.Effect, row.Residue,
                    row.PubMedId.All(char.IsAsciiDigit) && row.PubMedId.Length > 0 ? $"PMID:{row.PubMedId}" : ""));
            counts.Take("relations");
        }
    }

    private static string? WhyNot(in SignorRow row) =>
        row.Species is not (Human or "-1" or "") ? "another species"
        : row.SourceType != "protein" || row.TargetType != "protein" ? "an end is no protein"
        : row.Source.Length == 0 || row.Target.Length == 0 ? "an end has no name"
        : KindOf(row.Mechanism) is null ? "a mechanism that is no modification here" : null;

    private static EdgeKind? KindOf(string mechanism) => mechanism switch
    {
        "phosphorylation" => EdgeKind.Phosphorylates,
        "dephosphorylation" => EdgeKind.Dephosphorylates,
        "ubiquitination" or "polyubiquitination" or "monoubiquitination" => EdgeKind.Ubiquitinates,
        "transcriptional regulation" => EdgeKind.RegulatesExpression,
        "binding" => EdgeKind.Binds,
        "cleavage" => EdgeKind.Cleaves,
        "acetylation" or "deacetylation" or "methylation" or "demethylation" or "sumoylation" or "deubiquitination" or "neddylation" =>
            EdgeKind.Modifies,
        _ => null,
    };

    private static int SignOf(string effect) =>
        effect.StartsWith("up-regulates", StringComparison.Ordinal) ? 1 : effect.StartsWith("down-regulates", StringComparison.Ordinal) ? -1
            : 0;
}
