using System.CommandLine;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.CommandLine.Backup;
using VcrPortal.Web.CommandLine.Batches;
using VcrPortal.Web.CommandLine.Doctor;
using VcrPortal.Web.CommandLine.Exchange;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine;

/// <summary>What the portal's program does: it serves pages, or <c>lint</c>, <c>convert</c>, <c>score</c>, <c>diff</c>, <c>import</c>,
/// <c>evaluate</c>, for which no host is built and no database opened, or <c>batch</c>, <c>import-traces</c>, <c>export-traces</c>,
/// <c>doctor</c> and <c>backup</c>, which work on the portal's.</summary>
public static class CommandLineVerbs
{
    /// <summary>The file could not be read as a trace, or the command could not be understood.</summary>
    internal const int Unreadable = 2;

    /// <summary>Read, and found to have errors, or to differ.</summary>
    internal const int HasErrors = 1;

    private const string Serve = "serve";

    private static readonly string[] Verbs =
    [
        Serve, "lint", "convert", "score", "diff", "import", "evaluate", "batch", "import-traces", "export-traces", "doctor", "backup",
    ];

    // Arguments are taken as they are written: a file may be called @list, and several letters are no bundle of options.
    private static readonly ParserConfiguration AsWritten = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Files on the command line are meant from the folder of the caller.</summary>
    public static bool NamesFiles(string[] args) => args is [var word, ..] && word != Serve && Verbs.Contains(word);

    /// <summary>What is left for the portal's configuration.</summary>
    public static string[] Settings(string[] args) => args is [Serve, .. var settings] ? settings : args;

    /// <returns>The exit code (0, 1 or 2), or null when the portal is to be started.</returns>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct = default)
    {
        if (args is ["help", ..]) args = [.. args.Skip(1).Take(1), "--help"];
        if (args is [var word, ..] && !IsSetting(word) && !Verbs.Contains(word)) return await SayAsync(errors, NoSuchVerb(word));
        var isServe = false;
        var parsed = Tree(() => isServe = true).Parse(args, AsWritten);
        if (parsed.Errors.Count > 0) return await SayAsync(errors, NotUnderstood(parsed));
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // the host and the long verbs stop in their own time
            }, ct);
        if (!isServe) return code;
        return PortalArguments.FindTrouble(Settings(args)) is { } trouble ? await SayAsync(errors, trouble.Harmless()) : null;
    }

    /// <summary>One sentence for the person at the keyboard, and the exit code that goes with it.</summary>
    internal static async Task<int> SayAsync(TextWriter errors, string sentence, int code = Unreadable)
    {
        await errors.WriteLineAsync(sentence);
        return code;
    }

    private static RootCommand Tree(Action serve)
    {
        var settings = VerbCommand.Settings();
        settings.Hidden = true; // else the help of each verb lists them; serve's has them
        var root = new RootCommand(
            "VcrPortal: claims about perturbed cells as traces that can be checked. Without a verb the portal starts.")
        {
            settings,
        };
        root.SetAction(_ => serve());
        foreach (
            var verb in (Command[])
            [
                PortalVerb(serve), LintTraces.Command(), ConvertTrace.Command(), ScoreTraces.Command(), DiffTraces.Command(),
                ImportKnowledge.Command(), EvaluatePairs.Command(), RunBatch.Command(), ImportTraceFiles.Command(),
                ExportTraceData.Command(), CheckPortal.Command(), BackupDatabase.Command(),
            ]) root.Subcommands.Add(verb);
        return root;
    }

    private static VerbCommand PortalVerb(Action serve)
    {
        var verb = new VerbCommand(
            Serve, "Usage: serve [--urls ADDRESS] [--role portal|worker] [--no-samples] [--Setting:Name=value]",
            "Starts the portal (the default). Exit code 0: stopped; 1: it cannot start, with one sentence why. "
            + "Settings: --urls ADDRESS, --role portal or worker (both without it), --no-samples, and every key of "
            + "appsettings.json as --Section:Key=value.")
        {
            VerbCommand.Settings(),
        };
        verb.SetAction(_ => serve());
        return verb;
    }

    private static string NotUnderstood(ParseResult parsed)
    {
        var usage = (parsed.CommandResult.Command as VerbCommand)?.Usage ?? "Usage: VERB, or settings of the portal. --help lists them.";
        var strays = parsed.UnmatchedTokens.Select(t => $"There is no place for {t}.");
        // The library's own sentence about each of them is left out.
        var others = parsed.Errors.Select(e => e.Message)
            .Where(m => !parsed.UnmatchedTokens.Any(t => m.EndsWith($"'{t}'.", StringComparison.Ordinal)));
        return string.Join(Environment.NewLine, strays.Concat(others).Select(m => m.Harmless()).Distinct().Prepend(usage));
    }

    // The forms of configuration on a command line: --key value, /key value, key=value.
    private static bool IsSetting(string word) => word is "" or ['-' or '/', ..] || word.Contains('=');

    private static string NoSuchVerb(string word) => NearestName.To(word, Verbs) is { } meant
        ? $"There is no verb {word}. Did you mean {meant}?".Harmless()
        : ($"There is no verb {word}. There are {string.Join(", ", Verbs[..^1])} and {Verbs[^1]}; "
            + "without a verb the portal starts.").Harmless();
}
