using System.CommandLine;
using System.Diagnostics;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Web.Features.Knowledge;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>import FOLDER|FILE... [--to FOLDER]</c>: takes public knowledge into a new snapshot, which the portal uses from its next start. What
/// is being done goes to standard error, the summary to standard output. Exit 0: done; 1: a file is wrong or missing, and the old snapshot
/// stays; 2: the command could not be understood.
/// </summary>
internal static class ImportKnowledge
{
    private const int Failed = 1;
    private const string Usage = "Usage: import FOLDER|FILE... [--to FOLDER]   (--to: where snapshots are kept)";

    public static VerbCommand Command()
    {
        var files = VerbCommand.Files("FOLDER|FILE", "Files that are recognised by name and content, also in gzip, and folders of them.");
        var to = new Option<string>("--to")
        {
            Description = "Where snapshots are kept; by default in Knowledge:Folder, App_Data/knowledge.",
            HelpName = "FOLDER",
        };
        VerbCommand.WantsFile(to);
        var verb = new VerbCommand(
            "import", Usage,
            "Takes public knowledge into a new snapshot, which the portal uses from its next start. Exit code 0: done; 1: a file "
                + "is wrong or missing, and the old snapshot stays; 2: not understood.")
        {
            files, to,
        };
        verb.Runs((parsed, output, errors, ct) =>
            RunAsync(parsed.GetRequiredValue(files), FolderOf(parsed.GetValue(to)), output, errors, ct));
        return verb;
    }

    /// <summary>Where snapshots are kept: as the command line says, or the portal's settings.</summary>
    internal static string FolderOf(string? written) =>
        written is not null ? Path.GetFullPath(written) : KnowledgeFolder.From(PortalSettings.Read(), StartFolder.Portal).Snapshots;

    private static async Task<int> RunAsync(
        IReadOnlyList<string> paths, string folder, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        using var stop = new StopKey(ct);
        try
        {
            var clock = Stopwatch.StartNew();
            var done = await VerbProgress.For(errors).RunAsync(
                say => new KnowledgeImport(folder, StarterPack.Load()).RunAsync(paths, say, stop.Token));
            await new ImportSummary(done, folder, clock.Elapsed).WriteAsync(output);
            return done.Note is null ? 0 : Failed;
        }
        catch (ImportException wrong)
        {
            return await CommandLineVerbs.SayAsync(errors, $"Nothing was imported. {wrong.Message}".Harmless(), Failed);
        }
        catch (OperationCanceledException)
        {
            return await CommandLineVerbs.SayAsync(
                errors, "Nothing was imported: it was stopped. The same command begins again.", Failed);
        }
    }
}
