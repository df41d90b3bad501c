using System.Collections.Immutable;
using System.Globalization;

namespace VcrPortal.Generation.Knowledge.Snapshot;

/// <summary>What a folder of snapshots gave.</summary>
/// <param name="Snapshot">The newest sound one; null when there is none, and then the starter pack serves.</param>
/// <param name="Problems">A sentence for each newer file that could not be used.</param>
public sealed record OpenedSnapshot(KnowledgeSnapshot? Snapshot, ImmutableArray<string> Problems);

/// <summary>
/// The folder in which imports leave snapshots, numbered, the newest last. The two newest are kept: one that turns out to be damaged is
/// passed over for the one before it, and a process that has the older one open goes on with it.
/// </summary>
public sealed class SnapshotFolder(string folder)
{
    private const string Prefix = "knowledge-";
    private const string Suffix = ".snapshot";
    private const int Kept = 2;

    public string Folder { get; } = folder;

    public OpenedSnapshot OpenNewest()
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var (_, path) in Files())
            try
            {
                return new(KnowledgeSnapshot.Open(path), problems.ToImmutable());
            }
            catch (SnapshotFormatException broken)
            {
                problems.Add(broken.Message);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                problems.Add($"The knowledge snapshot {Path.GetFileName(path)} cannot be read: {failure.Message}");
            }
        return new(null, problems.ToImmutable());
    }

    /// <summary>The file that <see cref="OpenNewest"/> would try first, or null.</summary>
    public string? NewestPath => Files() is [var newest, ..] ? newest.Path : null;

    /// <summary>Writes the draft as the newest snapshot, unless the newest one says the same already.</summary>
    /// <returns>The snapshot that holds the draft, open, and whether it is new.</returns>
    public (KnowledgeSnapshot Snapshot, bool IsNew) Write(KnowledgeDraft draft, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var before = OpenNewest().Snapshot;
        var number = Files().Select(f => f.Number).FirstOrDefault() + 1;
        var path = Path.Combine(Folder, $"{Prefix}{number.ToString("D6", CultureInfo.InvariantCulture)}{Suffix}");
        SnapshotWriter.Write(draft, path, ct);
        var written = KnowledgeSnapshot.Open(path);
        if (before?.Version == written.Version)
        {
            written.Dispose();
            File.Delete(path);
            return (before, false);
        }
        before?.Dispose();
        foreach (var (_, old) in Files().Skip(Kept)) Remove(old);
        return (written, true);
    }

    /// <summary>Newest first.</summary>
    private List<(int Number, string Path)> Files() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, Prefix + "*" + Suffix)
            .Select(path =>
                (Number: int.TryParse(
                    Path.GetFileName(path)[Prefix.Length..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number : 0, path))
            .Where(f => f.Number > 0).OrderByDescending(f => f.Number),
    ];

    private static void Remove(string path)
    {
        try { File.Delete(path); }
        // Open in another process on a system that holds it: the next import removes it.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException) { }
    }
}
