using System.Diagnostics;
using System.Text.Json;
using VcrPortal.Tests;

namespace VcrPortal.Generation.Tests.Knowledge;

/// <summary>A fact that reads Parquet files of the reference data, which takes node and the npm tools of <c>eng/</c>; skipped with its reason where one is absent.</summary>
public sealed class ParquetFactAttribute : FactAttribute
{
    public ParquetFactAttribute() => Skip =
        ReferenceData.WhyMissing is { } why ? why
        : !ParquetFile.NodeIsPresent ? "needs node to read Parquet"
        : !ParquetFile.ToolsArePresent ? "needs the npm tools of the tests: npm ci --prefix eng"
        : null;
}

/// <summary>Rows of a Parquet file, through <c>eng/data/parquet-to-json.mjs</c>: no Parquet reader for .NET restores everywhere.</summary>
internal static class ParquetFile
{
    private static readonly string Tools = Path.Combine(ReferenceData.Repository(), "eng");

    /// <summary>Reading a megabyte takes a second; this is for a machine that is busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static bool NodeIsPresent { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    public static bool ToolsArePresent => Directory.Exists(Path.Combine(Tools, "node_modules", "hyparquet"));

    public static async Task<JsonElement[]> RowsAsync(string name, params string[] columns)
    {
        using var stop = new CancellationTokenSource(Patience);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Tools, "data", "parquet-to-json.mjs"), ReferenceData.File(Path.Combine("tahoe", name)), .. columns])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync(stop.Token);
        var rows = await JsonSerializer.DeserializeAsync<JsonElement[]>(node.StandardOutput.BaseStream, cancellationToken: stop.Token);
        await node.WaitForExitAsync(stop.Token);
        return node.ExitCode == 0 && rows is not null ? rows : throw new InvalidDataException($"{name}: {await errors}");
    }

    /// <summary>The cell as text; null when it is null.</summary>
    public static string? Text(this JsonElement row, string column) => row.GetProperty(column) is { ValueKind: not JsonValueKind.Null } cell ? cell.ToString() : null;
}
