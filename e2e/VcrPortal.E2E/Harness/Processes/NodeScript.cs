using System.Diagnostics;

namespace VcrPortal.E2E.Harness.Processes;

/// <summary>Runs a script of <c>eng/</c> in Node.</summary>
public static class NodeScript
{
    public static string? WhyMissing { get; } = Why();

    /// <summary>Runs it to its end; what it wrote and how it ended. Ended by force after a page's patience.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string script, params string[] arguments) =>
        RunAsync(Chromium.Patience, script, arguments);

    /// <param name="patience">Then it is ended by force.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        TimeSpan patience, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "node")
        { WorkingDirectory = Checkout.Path("eng"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Checkout.Path("eng", script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(patience);
        await using var _ = deadline.Token.Register(() => process.Kill());
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static string? Why()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "node")));
        if (!onPath) return "needs Node on the path";
        return Directory.Exists(Checkout.Path("eng", "node_modules")) ? null : "needs the npm tools: run npm ci in eng/";
    }
}
