using System.Collections.Immutable;
using System.Text.Json;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>
/// Keeps a copy of every file that is part of the snapshot, so that a later import of one more source builds on all of them. A file becomes
/// part of the store after the snapshot that holds it is written, so a broken one never gets here.
/// </summary>
internal sealed class SourceStore(string folder)
{
    private const string Index = "sources.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private sealed record Entry(string Name, string Hash, string File);

    public ImmutableSortedDictionary<string, SourceFile> Load()
    {
        var path = Path.Combine(folder, Index);
        if (!File.Exists(path)) return ImmutableSortedDictionary.Create<string, SourceFile>(StringComparer.Ordinal);
        var entries = Read(path);
        return entries.Where(e => File.Exists(Path.Combine(folder, e.Value.File)))
            .ToImmutableSortedDictionary(
                e => e.Key, e => new SourceFile(e.Value.Name, Path.Combine(folder, e.Value.File), e.Value.Hash), StringComparer.Ordinal);
    }

    private static SortedDictionary<string, Entry> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SortedDictionary<string, Entry>>(File.ReadAllText(path)) ?? [];
        }
        catch (JsonException failure)
        {
            throw new ImportException(
                path, null, "the list of earlier sources is damaged. Delete its folder and import everything again.", failure);
        }
    }

    /// <exception cref="IOException">The disk is full; what was kept before is still there.</exception>
    public async Task KeepAsync(ImmutableSortedDictionary<string, SourceFile> sources, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var entries = new SortedDictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (slot, source) in sources)
        {
            var file = $"{slot}-{source.Hash[..12]}{Path.GetExtension(source.Name)}";
            if (!File.Exists(Path.Combine(folder, file))) await CopyAsync(source, Path.Combine(folder, file), ct);
            entries[slot] = new(source.Name, source.Hash, file);
        }
        var index = Path.Combine(folder, Index);
        await File.WriteAllTextAsync(index + ".part", JsonSerializer.Serialize(entries, Indented), ct);
        File.Move(index + ".part", index, overwrite: true);
        foreach (
            var stray in Directory.EnumerateFiles(folder)
            .Where(f => Path.GetFileName(f) is var name && name != Index && entries.Values.All(e => e.File != name))) File.Delete(stray);
    }

    private static async Task CopyAsync(SourceFile source, string path, CancellationToken ct)
    {
        var length = new FileInfo(source.Path).Length;
        if (new DriveInfo(Path.GetFullPath(Path.GetDirectoryName(path)!)).AvailableFreeSpace is var free && free < length)
            throw new IOException($"{source.Name} has {length >> 20} MB, and {free >> 20} MB are free.");
        await using (var from = File.OpenRead(source.Path))
        await using (var to = File.Create(path + ".part"))
        {
            await from.CopyToAsync(to, 1 << 20, ct);
            to.Flush(flushToDisk: true);
        }
        File.Move(path + ".part", path, overwrite: true);
    }
}
