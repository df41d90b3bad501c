using System.Runtime.CompilerServices;

namespace VcrPortal.Tests;

/// <summary>Where the public reference data is on this machine.</summary>
public static class ReferenceData
{
    public const string DefaultPlace = "../shared/data";

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("VCR_DATA") is { Length: > 0 } set ? set
            : Path.GetFullPath(Path.Combine(Repository(), DefaultPlace));

    /// <summary>Null when it is here; else the reason of a skipped test.</summary>
    public static string? WhyMissing =>
        Directory.Exists(Folder) ? null : $"needs the reference data: set VCR_DATA, or put it at {DefaultPlace}";

    public static string File(string relative) => Path.Combine(Folder, relative);

    /// <summary>The root of this checkout, found from the place of this source file.</summary>
    public static string Repository() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    // Called from here only: asked from another file, the compiler would name that one.
    private static string ThisFile([CallerFilePath] string path = "") => path;
}
