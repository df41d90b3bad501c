using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Web.CommandLine;

/// <summary><c>lint FILE</c>: every diagnostic as <c>file:line:column severity CODE message</c>, like a compiler. Exit 0: no error; 1:
/// errors; 2: nothing could be read as a trace.</summary>
internal static class LintTraces
{
    private const string Usage = "Usage: lint FILE   (--help says which kinds)";

    public static VerbCommand Command()
    {
        var file = VerbCommand.OneFile("FILE", "The text form, vcr-trace/1, or JSON, JSON Lines, CSV and TSV with explain and "
            + "dag; also in gzip.");
        var verb = new VerbCommand(
            "lint", Usage,
            "Lists what is wrong with traces, as file:line:column severity CODE message. Exit code 0: no error; 1: errors; 2: "
                + "nothing could be read as a trace.")
        {
            file,
        };
        verb.Runs((parsed, output, errors, ct) => RunAsync(parsed.GetRequiredValue(file), output, errors, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string path, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (await ReadFile.TryReadAsync(path, errors, ct) is not { } traces) return CommandLineVerbs.Unreadable;
        foreach (var diagnostic in traces.SelectMany(t => t.Diagnostics)) await output.WriteLineAsync(diagnostic.ToString());
        await errors.WriteLineAsync(Summary(traces));
        return traces.All(t => t.Document is null) ? CommandLineVerbs.Unreadable : traces.Any(t => t.HasErrors) ? CommandLineVerbs.HasErrors
            : 0;
    }

    private static string Summary(ImmutableArray<TraceInput> traces)
    {
        var count = traces.SelectMany(t => t.Diagnostics).CountBy(d => d.Diagnostic.Severity).ToDictionary();
        var read = traces.Count(t => t.Document is not null);
        return string.Create(CultureInfo.InvariantCulture,
            $"{read} of {traces.Length} read as a trace: {Counted(Severity.Error, "error")}, {Counted(Severity.Warning, "warning")}, "
            + $"{Counted(Severity.Note, "note")}.");

        string Counted(Severity severity, string word) =>
            FormattableString.Invariant($"{count.GetValueOrDefault(severity)} {word}{(count.GetValueOrDefault(severity) == 1 ? "" : "s")}");
    }
}
