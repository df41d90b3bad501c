using System.Collections.Immutable;
using System.Globalization;
using VcrPortal.Reasoning.Diagnostics;

namespace VcrPortal.Web.CommandLine;

/// <summary><c>lint FILE</c>: every diagnostic as <c>file:line:column severity CODE message</c>, like a compiler. Exit 0: no error; 1:
/// errors; 2: nothing could be read as a trace.</summary>
internal static class LintTraces
{
    private const string Usage = "Usage: lint FILE   (the text form, vcr-trace/1, or JSON, JSON Lines and CSV with explain and dag)";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args is not [var path] || path.StartsWith('-')) return await CommandLineVerbs.SayAsync(errors, Usage);
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
