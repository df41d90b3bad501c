using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Snapshot;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>What an import did.</summary>
/// <param name="IsNew">False when the newest snapshot says the same already, and stays.</param>
/// <param name="LeftOut">Files that were given and are of no kind that is imported, each with the reason.</param>
/// <param name="Note">What went wrong after the snapshot was written, as a sentence; else null.</param>
public sealed record ImportOutcome(
    string Version, bool IsNew, int Entities, int Edges, int Names, ImmutableArray<FileOutcome> Files,
        ImmutableArray<(string File, string Reason)> LeftOut, string? Note);

/// <summary>
/// Imports files and folders: recognises each file, reads all of them together with those of earlier imports, and writes a new snapshot. A
/// file that cannot be read ends the import with its name and place, and the old snapshot goes on serving. The same files give the same
/// snapshot.
/// </summary>
/// <param name="folder">Where snapshots and the sources that they were made from are kept.</param>
/// <param name="pack">Every snapshot begins with its entities.</param>
public sealed class KnowledgeImport(string folder, KnowledgeBase pack)
{
    /// <summary>Below the folder of snapshots.</summary>
    public const string TablesFolder = "tables";
    internal const string SourcesFolder = "sources";

    /// <summary>Bytes that are free where a folder lies.</summary>
    internal Func<string, long> FreeSpace { get; init; } = static place => new DriveInfo(Path.GetFullPath(place)).AvailableFreeSpace;

    private readonly SnapshotFolder _snapshots = new(folder);
    private readonly SourceStore _store = new(Path.Combine(folder, SourcesFolder));

    /// <param name="progress">Told what is being done, as a short phrase.</param>
    /// <exception cref="ImportException">A file cannot be imported, or nothing was given that can.</exception>
    public async Task<ImportOutcome> RunAsync(IReadOnlyList<string> paths, Action<string>? progress, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        using var running = Lock();
        var leftOut = ImmutableArray.CreateBuilder<(string, string)>();
        var tables = new List<SourceFile>();
        var given = await RecogniseAsync(paths, tables, leftOut, progress, ct);
        CheckSpace([.. given.Values, .. tables]);
        if (given.Count == 0 && tables.Count == 0) throw new ImportException(
            string.Join(", ", paths), null, NothingHere(leftOut));
        var sources = _store.Load().SetItems(given);
        using var session = new LazySession(Path.Combine(folder, "tmp"));
        var (draft, files) = Build(sources, session, progress, ct);
        files = [.. files, .. tables.Select(file => Table(file, session, progress, ct))];
        progress?.Invoke("writing the snapshot");
        var (snapshot, isNew) = Guarded(folder, () => _snapshots.Write(draft, ct));
        using var _ = snapshot;
        return new(
            snapshot.Version, isNew, snapshot.EntityCount, snapshot.EdgeCount, snapshot.NameCount, files, leftOut.ToImmutable(),
            await KeepAsync(sources, ct));
    }

    // What is made of a file is smaller than it, as a rule; and the copies of sources need their size again. Better told now than after an
    // hour.
    private void CheckSpace(List<SourceFile> files)
    {
        var (needed, free) = (files.Sum(f => new FileInfo(f.Path).Length), FreeSpace(folder));
        if (free < needed && files.MaxBy(f => new FileInfo(f.Path).Length) is { } largest)
            throw new ImportException(
                largest.Name, null,
                $"the files have {Megabytes(needed)} MB together, and {Megabytes(free)} MB are free in {folder}. Free some space there, "
                + "or keep knowledge in another folder.");
    }

    private static string NothingHere(IReadOnlyCollection<(string File, string Reason)> leftOut)
    {
        const int told = 5;
        var read = leftOut.Where(l => l.Reason.StartsWith("which ", StringComparison.Ordinal)).Take(told)
            .Select(l => $"{Path.GetFileName(l.File)} {l.Reason["which ".Length..]}.");
        return string.Join(' ', read.Prepend("there is nothing here that can be imported."));
    }

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Two imports at once would write the same snapshot number.</summary>
    private FileStream Lock()
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "import.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException failure)
        {
            throw new ImportException(folder, null, "another import is running there, or the folder cannot be written.", failure);
        }
    }

    private static async Task<SortedDictionary<string, SourceFile>> RecogniseAsync(
        IReadOnlyList<string> paths, List<SourceFile> tables, ImmutableArray<(string, string)>.Builder leftOut, Action<string>? progress,
            CancellationToken ct)
    {
        var given = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var path in paths.SelectMany(Files).Distinct())
        {
            var head = Guarded(path, () => FileHead.Read(path));
            if (ExpressionTableImport.Recognises(head))
            {
                progress?.Invoke($"looking at {head.Name}");
                tables.Add(await SourceFile.ReadAsync(path, ct));
                continue;
            }
            if (ImportKind.For(head) is not { } kind)
            {
                leftOut.Add((path, head.Problem is { } problem ? $"which {problem.TrimEnd('.')}" : "of no kind that is imported"));
                continue;
            }
            progress?.Invoke($"looking at {Path.GetFileName(path)}");
            var file = await SourceFile.ReadAsync(path, ct);
            if (!given.TryAdd(kind.SlotOf(file.Name), file))
                throw new ImportException(path, null, $"{given[kind.SlotOf(file.Name)].Path} is {kind.Description} too. Give one of them.");
        }
        return given;
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path] : throw new ImportException(path, null, "there is no such file or folder.");

    private (KnowledgeDraft, ImmutableArray<FileOutcome>) Build(
        ImmutableSortedDictionary<string, SourceFile> sources, LazySession session, Action<string>? progress, CancellationToken ct)
    {
        var draft = new KnowledgeDraft();
        StarterPackEntities.Add(draft, pack);
        var outcomes = ImmutableArray.CreateBuilder<FileOutcome>();
        foreach (var (slot, file) in sources.OrderBy(s => ImportKind.All.IndexOf(ImportKind.FindSlot(s.Key))))
        {
            var kind = ImportKind.FindSlot(slot);
            progress?.Invoke($"reading {kind.Description}: {file.Name}");
            var counts = new ImportCounts(file.Name);
            outcomes.Add(Guarded(file.Name, () =>
            {
                var before = draft.EntityCount;
                kind.Add(new(draft, file, counts, session.Value, sources, ct));
                WarnOfDates(draft, before, counts);
                foreach (var (gene, kept, other) in draft.SecondIds)
                    counts.Drop("a second id of a gene; the first is kept", $"{gene}: {kept}, {other}");
                draft.SecondIds.Clear();
                return counts.Outcome(kind.Description);
            }));
        }
        return (draft, outcomes.ToImmutable());
    }

    private static void WarnOfDates(KnowledgeDraft draft, int before, ImportCounts counts)
    {
        var dates = Enumerable.Range(before, draft.EntityCount - before)
            .Where(i => draft.KindOf(i) == EntityKind.Gene && WrittenCell.IsDate(draft.KeyOf(i))).Select(draft.KeyOf).ToList();
        if (SpreadsheetDates.Describe(dates) is { } warning) counts.Warn(warning);
    }

    private FileOutcome Table(SourceFile file, LazySession session, Action<string>? progress, CancellationToken ct)
    {
        progress?.Invoke($"sorting the expression table {file.Name}");
        return Guarded(file.Name, () => ExpressionTableImport.Import(file, session.Value.Value, Path.Combine(folder, TablesFolder), ct));
    }

    /// <summary>Opened by the first file that needs it: text needs no DuckDB.</summary>
    private sealed class LazySession(string temp) : IDisposable
    {
        public Lazy<DuckDbSession> Value { get; } = new(() => DuckDbSession.Open(new DuckDbOptions(TempFolder: temp)));

        public void Dispose()
        {
            if (Value.IsValueCreated) Value.Value.Dispose();
        }
    }

    private static T Guarded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DuckDbException)
        {
            throw new ImportException(file, null, failure.Message, failure);
        }
    }

    private async Task<string?> KeepAsync(ImmutableSortedDictionary<string, SourceFile> sources, CancellationToken ct)
    {
        try
        {
            await _store.KeepAsync(sources, ct);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"The snapshot is written, but its sources could not be kept for the next import: {failure.Message}";
        }
    }
}
