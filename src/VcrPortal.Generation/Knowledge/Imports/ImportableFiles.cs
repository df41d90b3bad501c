using System.Collections.Immutable;
using VcrPortal.Generation.Tables;

namespace VcrPortal.Generation.Knowledge.Imports;

/// <summary>A file that an import would take.</summary>
/// <param name="Name">Below its folder, with slashes: <c>famplex/relations.csv</c>.</param>
/// <param name="Kind">What it is recognised as.</param>
public sealed record ImportableFile(string Name, string Path, string Kind, long Bytes);

/// <summary>What lies ready in a folder. Links are not followed, so nothing outside of it is ever named.</summary>
/// <param name="Others">How many files are of no kind that is imported, or cannot be read.</param>
/// <param name="MoreExist">The folder holds more than <see cref="MostFiles"/>; the rest was not looked at.</param>
public sealed record ImportableFiles(ImmutableArray<ImportableFile> Files, int Others, bool MoreExist)
{
    /// <summary>Files that are looked at.</summary>
    public const int MostFiles = 300;

    private static readonly EnumerationOptions Within = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MaxRecursionDepth = 8,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>The files of a folder, ordered by name; none where there is no such folder.</summary>
    public static ImportableFiles In(string folder)
    {
        if (!Directory.Exists(folder)) return new([], 0, false);
        var paths = Directory.EnumerateFiles(folder, "*", Within).Take(MostFiles + 1).ToList();
        var looked = paths.Take(MostFiles).Order(StringComparer.Ordinal).Select(path => Recognised(folder, path)).ToList();
        return new([.. looked.OfType<ImportableFile>()], looked.Count(f => f is null), paths.Count > MostFiles);
    }

    private static ImportableFile? Recognised(string folder, string path)
    {
        try
        {
            var head = FileHead.Read(path);
            var kind = ExpressionTableImport.Recognises(head) ? ExpressionTableImport.Description : ImportKind.For(head)?.Description;
            return kind is null ? null : new(Path.GetRelativePath(folder, path).Replace('\\', '/'), path, kind, new FileInfo(path).Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
