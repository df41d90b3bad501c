using System.Diagnostics;
using VcrPortal.E2E.Harness;
using VcrPortal.E2E.Harness.Processes;

namespace VcrPortal.E2E.Journeys.Launching;

/// <summary>The program called for a verb, as its own process.</summary>
public class CommandLineJourneys
{
    /// <summary>What <c>dotnet run --project</c> does: starts in the project's folder, and leaves the shell's in PWD.</summary>
    [E2EFact]
    public async Task Verb_StartedByDotnetRun_MeansFilesFromTheFolderOfTheShell()
    {
        var shell = Directory.CreateTempSubdirectory("vcrportal-e2e-").FullName;
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(shell, "one.txt"),
                "<explain>\nbinds_to(id=\"n1\", actor=\"Trametinib\", target=\"MAP2K1\")\n</explain>\n<dag>\n</dag>");
            var portal = Environment.GetEnvironmentVariable("VCR_E2E_PORTAL") is { Length: > 0 } published ? published
                : Checkout.Path("artifacts", "bin", "VcrPortal.Web", "debug");
            var start = new ProcessStartInfo(
                "dotnet", [Path.Combine(portal, "VcrPortal.Web.dll"), "lint", "one.txt"])
            {
                WorkingDirectory = portal,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            };
            (start.Environment["DOTNET_LAUNCH_PROFILE"], start.Environment["PWD"]) = ("VcrPortal.Web", shell);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            Assert.Contains("one.txt:", await process.StandardOutput.ReadToEndAsync());
            Assert.Contains("1 of 1 read as a trace", await errors);
            await process.WaitForExitAsync();
            Assert.Equal(1, process.ExitCode); // read, and not valid: it ends before anything measurable
        }
        finally
        {
            Directory.Delete(shell, recursive: true);
        }
    }
}
