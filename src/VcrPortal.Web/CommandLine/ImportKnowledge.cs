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
public static class ImportKnowledge
{
    private const int Failed = 1;
    private const int NotUnderstood = 2;
    private const string Usage =
        "Usage: import FOLDER|FILE... [--to FOLDER]   (--to: where snapshots are kept; by default App_Data/knowledge beside the database)";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (Understood(args) is not { } wish)
        {
            await errors.WriteLineAsync(Usage);
            return NotUnderstood;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ConsoleCancelEventHandler stopped = (_, pressed) => { pressed.Cancel = true; stop.Cancel(); };
        Console.CancelKeyPress += stopped;
        try
        {
            var clock = Stopwatch.StartNew();
            var done = await new KnowledgeImport(wish.Folder, StarterPack.Load())
                .RunAsync(
                wish.Paths, phrase => errors.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,7:0.0} s  {phrase}")),
                stop.Token);
            await new ImportSummary(done, wish.Folder, clock.Elapsed).WriteAsync(output);
            return done.Note is null ? 0 : Failed;
        }
        catch (ImportException wrong)
        {
            await errors.WriteLineAsync($"Nothing was imported. {wrong.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Nothing was imported: it was stopped. The same command begins again.");
            return Failed;
        }
        finally
        {
            Console.CancelKeyPress -= stopped;
        }
    }

    private static (List<string> Paths, string Folder)? Understood(string[] args)
    {
        var configuration = new ConfigurationBuilder().SetBasePath(StartFolder.Portal).AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables().Build();
        var folder = KnowledgeFolder.From(configuration, StartFolder.Portal).Snapshots;
        var paths = new List<string>();
        for (var i = 0; i < args.Length; i++)
            if (args[i] == "--to" && i + 1 < args.Length) folder = Path.GetFullPath(args[++i]);
            else if (args[i].StartsWith('-')) return null;
            else paths.Add(args[i]);
        return paths.Count == 0 ? null : (paths, folder);
    }
}
