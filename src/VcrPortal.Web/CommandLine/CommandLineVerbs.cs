using VcrPortal.Reasoning.Graph;

namespace VcrPortal.Web.CommandLine;

/// <summary>What the portal's program does besides being a portal: <c>lint</c>, <c>convert</c>, <c>score</c>, <c>diff</c>, <c>import</c>,
/// <c>evaluate</c>, for which no host is built and no database opened, and <c>batch</c>, which works on the portal's.</summary>
public static class CommandLineVerbs
{
    /// <summary>The file could not be read as a trace, or the command could not be understood.</summary>
    internal const int Unreadable = 2;

    /// <summary>Read, and found to have errors, or to differ.</summary>
    internal const int HasErrors = 1;

    private static readonly string[] Verbs = ["lint", "convert", "score", "diff", "import", "evaluate", "batch"];

    public static bool IsVerb(string[] args) => args is [var word, ..] && Verbs.Contains(word);

    /// <returns>The exit code (0, 1 or 2), or null when the arguments are settings of the portal, or none.</returns>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct = default) =>
        args switch
        {
            ["lint", .. var rest] => await LintTraces.RunAsync(rest, output, errors, ct),
            ["convert", .. var rest] => await ConvertTrace.RunAsync(rest, output, errors, ct),
            ["import", .. var rest] => await ImportKnowledge.RunAsync(rest, output, errors, ct),
            ["evaluate", .. var rest] => await EvaluatePairs.RunAsync(rest, output, errors, ct),
            ["batch", .. var rest] => await RunBatch.RunAsync(rest, output, errors, ct),
            ["score", .. var rest] => await ScoreTraces.RunAsync(rest, output, errors, ct),
            ["diff", .. var rest] => await DiffTraces.RunAsync(rest, output, errors, ct),
            [var word, ..] when !IsSetting(word) => await SayAsync(errors, NoSuchVerb(word)),
            _ => null,
        };

    /// <summary>One sentence for the person at the keyboard, and the exit code that goes with it.</summary>
    internal static async Task<int> SayAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return Unreadable;
    }

    // The forms of configuration on a command line: --key value, /key value, key=value.
    private static bool IsSetting(string word) => word is "" or ['-' or '/', ..] || word.Contains('=');

    private static string NoSuchVerb(string word) => NearestName.To(word, Verbs) is { } meant
        ? $"There is no verb {word}. Did you mean {meant}?".Harmless()
        : ($"There is no verb {word}. There are {string.Join(", ", Verbs[..^1])} and {Verbs[^1]}; "
            + "without a verb the portal starts.").Harmless();
}
