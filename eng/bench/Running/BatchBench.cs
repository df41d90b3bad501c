using System.Diagnostics;
using VcrPortal.Tests;

namespace VcrPortal.Bench.Running;

/// <summary>
/// The whole of Tahoe-100M's grid by the published portal's own verbs, in a new folder: the reference data is imported, then every compound
/// in every line is explained, checked and stored. The numbers are what the verb says of itself.
/// </summary>
internal static class BatchBench
{
    private const string What = "every compound in every line of Tahoe-100M";
    private const string Target = "under 15 minutes on two cores, memory flat";

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (ReferenceData.WhyMissing is { } why) return [Row.Missing(What, why, Target)];
        var folder = Directory.CreateTempSubdirectory("vcr-batch-");
        try
        {
            var knowledge = Path.Combine(folder.FullName, "knowledge");
            await PortalAsync(folder, "import", ReferenceData.Folder, "--to", knowledge);
            var said = await PortalAsync(
                folder, "batch", $"--Knowledge:Folder={knowledge}",
                $"--Database:ConnectionString=Data Source={Path.Combine(folder.FullName, "portal.db")}");
            return [new(What, said[0], null, null, Target), new("its memory", said[1], null, null, "flat")];
        }
        finally { folder.Delete(recursive: true); }
    }

    private static async Task<string[]> PortalAsync(DirectoryInfo folder, params IEnumerable<string> arguments)
    {
        var program = Path.Combine(
            Environment.GetEnvironmentVariable("VCR_E2E_PORTAL")
            ?? throw new InvalidOperationException("eng/bench/run publishes the portal and says where."), "VcrPortal.Web.dll");
        var start =
            new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        using var portal = Process.Start(start)!;
        var output = await portal.StandardOutput.ReadToEndAsync();
        await portal.WaitForExitAsync();
        return portal.ExitCode == 0 ? output.Split('\n')
            : throw new InvalidOperationException($"The portal's verb ended with {portal.ExitCode}.\n{output}");
    }
}
