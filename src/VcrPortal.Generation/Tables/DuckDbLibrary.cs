using System.Runtime.InteropServices;

namespace VcrPortal.Generation.Tables;

/// <summary>
/// Where DuckDB's shared library is. It is not part of the program: it comes from npm's <c>@duckdb/node-bindings-*</c>, which carries it for
/// each system. Looked for at the configured place, beside the program, and in <c>eng/node_modules</c> of the checkout around it.
/// </summary>
public static class DuckDbLibrary
{
    internal const string Name = "duckdb";

    /// <summary>How to get it, in one sentence.</summary>
    public const string HowToGet =
        "Parquet files are read with DuckDB, whose library is not here: run npm ci --prefix eng in the checkout, or write its place as Tables:DuckDb (VCR_DUCKDB).";

    private static readonly Lock Gate = new();
    private static string? _configured;
    private static nint _loaded;

    static DuckDbLibrary() => NativeLibrary.SetDllImportResolver(typeof(DuckDbLibrary).Assembly, static (name, _, _) => name == Name ? Load() : 0);

    /// <summary>A file, or a folder that holds it. Has no effect once the library is loaded.</summary>
    public static void Configure(string? place)
    {
        lock (Gate) _configured = string.IsNullOrWhiteSpace(place) ? null : place;
    }

    /// <summary>Null when the library can be loaded; else the reason and the way out.</summary>
    public static string? WhyMissing
    {
        get
        {
            lock (Gate) return _loaded != 0 || Find() is not null ? null : HowToGet;
        }
    }

    /// <exception cref="DuckDbException">It is not here, or does not load.</exception>
    internal static nint Load()
    {
        lock (Gate)
        {
            if (_loaded != 0) return _loaded;
            var path = Find() ?? throw new DuckDbException(HowToGet);
            try
            {
                return _loaded = NativeLibrary.Load(path);
            }
            catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
            {
                throw new DuckDbException($"DuckDB's library at {path} does not load on this system. {HowToGet}", failure);
            }
        }
    }

    private static string? Find() => Places().FirstOrDefault(File.Exists);

    private static IEnumerable<string> Places()
    {
        if ((_configured ?? Environment.GetEnvironmentVariable("VCR_DUCKDB")) is { Length: > 0 } configured)
        {
            yield return configured;
            yield return Path.Combine(configured, FileName);
            yield break; // a place that somebody wrote down is not silently replaced by another
        }
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "eng", "node_modules", "@duckdb", Package, FileName);
    }

    private static string FileName => OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    private static string Package =>
        $"node-bindings-{(OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
}
