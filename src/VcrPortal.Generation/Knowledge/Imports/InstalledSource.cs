using System.Collections.Immutable;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>A file that the newest snapshot was made from, and that the next one builds on.</summary>
/// <param name="Kind">What it is, as <see cref="ImportKind.Description"/> says it.</param>
/// <param name="File">Its name when it was imported.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="KeptAt">When it was imported, UTC.</param>
public sealed record InstalledSource(string Kind, string File, string Hash, DateTime KeptAt)
{
    /// <summary>The sources of a folder of snapshots, in the order in which kinds are added.</summary>
    /// <exception cref="ImportException">The list of sources is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImmutableArray<InstalledSource> In(string folder) =>
    [
        .. new SourceStore(Path.Combine(folder, KnowledgeImport.SourcesFolder)).Load()
            .Select(s => (Kind: ImportKind.FindSlot(s.Key), File: s.Value))
            .OrderBy(s => ImportKind.All.IndexOf(s.Kind))
                .Select(s =>
                new InstalledSource(s.Kind.Description, s.File.Name, s.File.Hash, System.IO.File.GetLastWriteTimeUtc(s.File.Path))),
    ];
}
