using System.Diagnostics;

namespace VcrPortal.Tests;

/// <summary>A fact that needs Node and the npm tools of <c>eng/</c>, and the reference data where it says so; skipped, with its reason,
/// where these are absent.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute(bool needsData = false) => Skip = NodeTool.WhyMissing ?? (needsData ? ReferenceData.WhyMissing : null);
}

/// <summary>A script of <c>eng/</c> in Node, fed with lines.</summary>
public static class NodeTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string? WhyMissing { get; } = Why();

    /// <returns>The lines that it wrote; it fails the test when it ends with an error, or not in time.</returns>
    public static async Task<string[]> RunAsync(string script, IEnumerable<string> lines)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(ReferenceData.Repository(), "eng", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var deadline = new CancellationTokenSource(Patience);
        await using var _ = deadline.Token.Register(process.Kill);
        var (output, errors) =
            (process.StandardOutput.ReadToEndAsync(deadline.Token), process.StandardError.ReadToEndAsync(deadline.Token));
        foreach (var line in lines) await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        await process.WaitForExitAsync(deadline.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string? Why()
    {
        var isOnPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "node")));
        if (!isOnPath) return "needs Node on the path";
        return Directory.Exists(Path.Combine(ReferenceData.Repository(), "eng", "node_modules", "mermaid")) ? null
            : "needs the npm tools: run npm ci in eng/";
    }
}
