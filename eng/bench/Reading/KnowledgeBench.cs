using System.Diagnostics;
using System.Globalization;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Recognition;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Tests;

namespace VcrPortal.Bench.Reading;

/// <summary>Import, opening and look-ups at full size: PrimeKG's shape, and a million names.</summary>
internal static class KnowledgeBench
{
    private const int Seed = 20260822;
    private const int Names = 1_000_000;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("vcr-bench-").FullName;
        try
        {
            return [.. await ReferenceDataAsync(folder), .. PrimeKg(folder), .. Recognition(folder)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Row>> ReferenceDataAsync(string folder)
    {
        const string what = "import of all reference data";
        if (ReferenceData.WhyMissing is { } why) return [Row.Missing(what, why, "under 2 minutes")];
        var clock = Stopwatch.StartNew();
        var done = await new KnowledgeImport(Path.Combine(folder, "knowledge"), StarterPack.Load())
            .RunAsync([ReferenceData.Folder], null, CancellationToken.None);
        return [new(
            $"{what} ({Count(done.Entities)} entities, {Count(done.Edges)} edges)", Seconds(clock.Elapsed), null, null, "under 2 minutes")];
    }

    private static List<Row> PrimeKg(string folder)
    {
        var csv = Path.Combine(folder, "kg.csv");
        KnowledgeShapes.WritePrimeKg(csv, Seed);
        var lines = Time(() => { foreach (var _ in File.ReadLines(csv)) { } });
        var draft = new KnowledgeDraft();
        var read = Time(() => KnowledgeShapes.Import(draft, csv));
        var path = Path.Combine(folder, "primekg.snapshot");
        var written = Time(() => SnapshotWriter.Write(draft, path, CancellationToken.None));
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
        var edges = draft.EdgeCount;
        draft = null;
        GC.Collect();
        // The baseline reads the same bytes and does nothing with them.
        var (open, bytes) = Stopwatches.Compare(() => KnowledgeSnapshot.Open(path).Dispose(), () => ReadThrough(path));
        using var snapshot = KnowledgeSnapshot.Open(path);
        var dictionary = Enumerable.Range(0, snapshot.EntityCount).ToDictionary(i => i, i => snapshot.From(i).ToArray());
        var (neighbours, baseline) = Stopwatches.Compare(() => Neighbours(i => snapshot.From(i)), () => Neighbours(i => dictionary[i]));
        return
        [
            new($"read kg.csv of PrimeKG's shape ({Count(edges)} edges)", Seconds(read), $"reading its lines {Seconds(lines)}",
                Row.Times(read / lines), "part of 2 minutes"),
            new($"write it as a snapshot ({new FileInfo(path).Length >> 20} MB; peak memory {peak} MB)", Seconds(written), null, null,
                "below 2 GiB"),
            new("open and check it", Row.Milliseconds(open), $"reading the file {Row.Milliseconds(bytes)}", Row.Times(open / bytes),
                "under 1 s"),
            new($"all neighbours of a random entity ({edges / KnowledgeShapes.PrimeKgNodes} on average)", Nanoseconds(neighbours / Probes),
                $"a dictionary in memory {Nanoseconds(baseline / Probes)}", Row.Times(neighbours / baseline), "microseconds"),
        ];
    }

    private const int Probes = 10_000;

    private delegate ReadOnlySpan<SnapshotEdge> EdgesOf(int entity);

    private static long Neighbours(EdgesOf from)
    {
        var random = new Random(Seed);
        var sum = 0L;
        for (var i = 0; i < Probes; i++)
            foreach (var edge in from(random.Next(KnowledgeShapes.PrimeKgNodes))) sum += edge.Entity;
        return sum;
    }

    private static IReadOnlyList<Row> Recognition(string folder)
    {
        var path = Path.Combine(folder, "names.snapshot");
        var draft = KnowledgeShapes.Names(Names, Seed);
        StarterPackEntities.Add(draft, StarterPack.Load());
        SnapshotWriter.Write(draft, path, CancellationToken.None);
        using var snapshot = KnowledgeSnapshot.Open(path);
        const string record =
            "Binimetinib (MEK162) | MAP2K1 | MAP2K2 | MEK inhibitor | C32 | melanoma | The cell line C32 is derived from skin and "
            + "carries BRAF V600E, a gain of function, and CDKN2A, a loss of function.";
        var (large, small) = (new EntityRecognizer(snapshot), new EntityRecognizer(StarterPack.Load()));
        if (large.Recognize(record).Length < 7) throw new InvalidOperationException("The record's names are not found.");
        var (ours, baseline) = Stopwatches.Compare(() => large.Recognize(record), () => small.Recognize(record));
        return [new(
            $"recognise a record against {Count(snapshot.NameCount)} names ({new FileInfo(path).Length >> 20} MB)", Row.Milliseconds(ours),
            $"Aho-Corasick over the starter pack {Row.Milliseconds(baseline)}", Row.Times(ours / baseline), "under 1 ms")];
    }

    private static void ReadThrough(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 20];
        while (file.Read(buffer) > 0) { }
    }

    private static TimeSpan Time(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed;
    }

    private static string Nanoseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalNanoseconds:0} ns");

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
