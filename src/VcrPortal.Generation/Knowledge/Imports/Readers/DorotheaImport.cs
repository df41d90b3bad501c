using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Generation.Knowledge.Imports.Readers;

/// <param name="Confidence">A (curated by several) to E.</param>
/// <param name="Sign">+1 activates, -1 represses.</param>
public readonly record struct DorotheaRow(long Line, string Factor, string Confidence, string Target, int Sign);

/// <summary>DoRothEA's regulons: <c>tf, confidence, target, mor</c>, parted by tabs.</summary>
public static class DorotheaImport
{
    public static IEnumerable<DorotheaRow> Read(string file, TextReader text)
    {
        using var rows = DelimitedReader.WithHeader(file, text, '\t', "tf", "confidence", "target", "mor");
        while (rows.Read())
        {
            if (rows.Span(0).IsEmpty || rows.Span(2).IsEmpty) throw rows.Wrong("a transcription factor or its target is missing.");
            if (rows.Text(1) is not ("A" or "B" or "C" or "D" or "E")) throw rows.Wrong(
                $"the confidence is \u201c{rows.Text(1)}\u201d; it is one of A to E.");
            var sign = rows.Text(
                3) switch
            { "1" or "+1" => 1, "-1" => -1, var other => throw rows.Wrong($"mor is \u201c{other}\u201d; it is 1 or -1.") };
            yield return new(rows.Line, rows.Text(0), rows.Text(1), rows.Text(2), sign);
        }
    }

    public static void Add(KnowledgeDraft draft, SourceFile file, ImportCounts counts, CancellationToken ct)
    {
        draft.Add(new(KnowledgeDataset.DoRothEA, file.Version, "academic use only", "https://saezlab.github.io/dorothea/"));
        var seen = new Dictionary<(string, string), int>();
        foreach (var row in Read(file.Name, file.OpenText(counts)))
        {
            ct.ThrowIfCancellationRequested();
            if (!seen.TryAdd((row.Factor, row.Target), row.Sign))
            {
                counts.Drop(
                    seen[(row.Factor, row.Target)] == row.Sign ? "the pair stands there twice"
                    : "the pair stands there twice with both signs; the first is kept", row.Line, $"{row.Factor} {row.Target}");
                continue;
            }
            draft.Edge(draft.Entity(EntityKind.Gene, row.Factor), draft.Entity(EntityKind.Gene, row.Target),
                new Statement(KnowledgeDataset.DoRothEA, EdgeKind.RegulatesExpression, row.Sign, row.Confidence));
            counts.Take("regulations");
        }
    }
}
