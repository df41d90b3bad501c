using System.CommandLine;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces.Import;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine.Exchange;

/// <summary>
/// <c>import-traces FILE... [--private] [--unchecked]</c>: takes VC-TRACES, runs of VCR-Agent and the portal's own data sets in as traces.
/// Progress goes to standard error, the summary and what was lost or repaired to standard output. The same command goes on where an
/// earlier one was stopped, and changes nothing where it was not. Exit 0: every record is here; 1: some, or none, could be read; 2: not
/// understood.
/// </summary>
internal static class ImportTraceFiles
{
    private const string Usage = "Usage: import-traces FILE... [--private] [--unchecked] [--Setting:Name=value]";

    public static VerbCommand Command()
    {
        // It takes the settings too: what follows a list of files is one of the list.
        var files = new Argument<string[]>("FILE")
        {
            Description = "Parquet, JSON Lines, a JSON list or a table, plain or in gzip, with VC-TRACES' columns.",
            Arity = ArgumentArity.OneOrMore,
        };
        var isPrivate = new Option<bool>("--private") { Description = "Only for administrators of this machine, until they are shared." };
        var isUnchecked = new Option<bool>("--unchecked") { Description = "Without the verifiers' judgement." };
        var verb = new VerbCommand(
            "import-traces", Usage,
            "Takes traces of other programs in, or of another portal. Exit code 0: every record is here; 1: some could not be read, "
                + "each named with its place; 2: not understood.")
        {
            files, isPrivate, isUnchecked, VerbCommand.Settings(),
        };
        verb.Runs(async (parsed, output, errors, ct) =>
        {
            var written = parsed.GetRequiredValue(files);
            string[] settings = [.. written.Where(w => w.StartsWith('-'))];
            if ((PortalArguments.FindTrouble(settings) ?? VerbCommand.FindNoFile(written.Except(settings))) is { } trouble)
                return await CommandLineVerbs.SayAsync(errors, $"{Usage}{Environment.NewLine}{trouble.Harmless()}");
            TraceFileToImport[] wanted =
            [
                .. written.Where(w => !w.StartsWith('-')).Select(path => new TraceFileToImport(
                    Path.GetFullPath(path), Path.GetFileName(path), parsed.GetValue(isPrivate), !parsed.GetValue(isUnchecked))),
            ];
            return await PortalData.RunAsync(
                settings, "The import ended.", errors,
                (services, token) => RunAsync(services, wanted, output, errors, token), ct);
        });
        return verb;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services, TraceFileToImport[] files, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var import = services.GetRequiredService<ImportTraces>();
        var isWhole = true;
        foreach (var file in files)
        {
            var outcome = await VerbProgress.For(errors).RunAsync(
                say => import.RunAsync(file, Caller.Operator, counts => say($"{file.Name}: {ImportText.Count(counts)}"), ct));
            var (counts, problem) = outcome switch
            {
                ImportTracesOutcome.Done(var done) => (done, null),
                ImportTracesOutcome.Unreadable(var sentence, var done) => (done, sentence),
                _ => (TraceImportCounts.Nothing, "The import was not allowed."),
            };
            foreach (var note in counts.Notes) await output.WriteLineAsync(note.Harmless());
            if (problem is not null) await output.WriteLineAsync(problem.Harmless());
            await output.WriteLineAsync($"{file.Name}: {ImportText.Count(counts)}.".Harmless());
            isWhole &= problem is null && counts.Lost == 0;
        }
        return isWhole ? 0 : CommandLineVerbs.HasErrors;
    }
}
