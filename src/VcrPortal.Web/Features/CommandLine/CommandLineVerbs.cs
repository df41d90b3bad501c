using VcrPortal.Web.Features.Knowledge;

namespace VcrPortal.Web.Features.CommandLine;

/// <summary>What the portal's program does besides being a portal: <c>lint</c>, <c>convert</c> and <c>import</c>. No host is built and no database opened.</summary>
public static class CommandLineVerbs
{
    /// <summary>The file could not be read as a trace, or the command could not be understood.</summary>
    internal const int Unreadable = 2;

    /// <summary>Read, and found to have errors.</summary>
    internal const int HasErrors = 1;

    /// <returns>The exit code (0, 1 or 2), or null when the first argument is no verb.</returns>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct = default) => args switch
    {
        ["lint", .. var rest] => await LintTraces.RunAsync(rest, output, errors, ct),
        ["convert", .. var rest] => await ConvertTrace.RunAsync(rest, output, errors, ct),
        ["import", .. var rest] => await ImportKnowledge.RunAsync(rest, output, errors, ct),
        _ => null,
    };
}
