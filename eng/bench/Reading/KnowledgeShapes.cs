using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Imports.Readers;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Bench.Reading;

/// <summary>Made-up knowledge of the size of real knowledge, the same for the same seed.</summary>
internal static class KnowledgeShapes
{
    public const int PrimeKgNodes = 129_375;
    public const int PrimeKgEdges = 8_100_498;
    private const int Relations = 18;

    /// <summary>A <c>kg.csv</c> of PrimeKG's shape: its number of nodes, of edges and of relations; a few nodes have most of the
    /// edges.</summary>
    public static void WritePrimeKg(string path, int seed)
    {
        var random = new Random(seed);
        string[] types = ["gene/protein", "drug", "disease", "effect/phenotype", "biological_process", "anatomy"];
        var kinds = Enumerable.Range(0, PrimeKgNodes).Select(_ => types[random.Next(types.Length)]).ToArray();
        using var text = new StreamWriter(path, append: false, System.Text.Encoding.UTF8, 1 << 20);
        text.WriteLine("relation,display_relation,x_index,x_id,x_type,x_name,x_source,y_index,y_id,y_type,y_name,y_source");
        for (var i = 0; i < PrimeKgEdges / 2; i++)
        {
            var (x, y, relation) = (Skewed(random), random.Next(PrimeKgNodes), random.Next(Relations));
            Line(x, y);
            Line(y, x);
            void Line(int a, int b) =>
                text.WriteLine(
                    string.Create(
                    null, $"relation_{relation},relation {relation},{a},{a},{kinds[a]},{Name(a, kinds[a])},S,{b},{b},{kinds[b]},"
                        + $"{Name(b, kinds[b])},S"));
        }
    }

    /// <summary>A million names of one to four words.</summary>
    public static KnowledgeDraft Names(int count, int seed)
    {
        var random = new Random(seed);
        var draft = new KnowledgeDraft();
        draft.Add(new("Bench", seed.ToString(null, null), "none", ""));
        for (var i = 0; draft.EntityCount < count; i++)
            draft.Entity(
                (EntityKind)(2 + (i % 6)),
                string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Word(random))) + (i % 3 == 0 ? $"-{i}" : $" {i}"));
        return draft;
    }

    private static int Skewed(Random random) => (int)(PrimeKgNodes * Math.Pow(random.NextDouble(), 4));

    private static string Name(int node, string kind) => $"{kind[..3]}ase like name {node}";

    private static string Word(Random random) => string.Create(2 + random.Next(8), random, static (word, r) =>
    {
        for (var i = 0; i < word.Length; i++) word[i] = (char)('a' + r.Next(26));
    });

    public static ImportCounts Import(KnowledgeDraft draft, string path)
    {
        var counts = new ImportCounts(Path.GetFileName(path));
        PrimeKgImport.Add(draft, new(Path.GetFileName(path), path, "bench0000000"), counts, CancellationToken.None);
        return counts;
    }
}
