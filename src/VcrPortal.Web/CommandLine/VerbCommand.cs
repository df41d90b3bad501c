using System.CommandLine;

namespace VcrPortal.Web.CommandLine;

/// <summary>One verb with the line that is shown where it was not understood.</summary>
/// <param name="description">What it does, and its exit codes: help is where people look for them.</param>
internal sealed class VerbCommand(string name, string usage, string description) : Command(name, description)
{
    /// <summary>"Usage: lint FILE".</summary>
    public string Usage => usage;

    /// <summary>What runs where the command was understood.</summary>
    public void Runs(Func<ParseResult, TextWriter, TextWriter, CancellationToken, Task<int>> run) => SetAction((parsed, ct) =>
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        // The root takes settings that it does not know; with it, so would every verb.
        return TreatUnmatchedTokensAsErrors && parsed.UnmatchedTokens is [var stray, ..]
            ? CommandLineVerbs.SayAsync(errors, $"{Usage}{Environment.NewLine}There is no place for {stray.Harmless()}.")
            : run(parsed, output, errors, ct);
    });

    /// <summary>Files, at least so many as are needed.</summary>
    public static Argument<string[]> Files(string name, string description)
    {
        var files = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result => RefuseOptions(result.Tokens.Select(t => t.Value), result.AddError));
        return files;
    }

    public static Argument<string> OneFile(string name, string description)
    {
        var file = new Argument<string>(name) { Description = description };
        file.Validators.Add(result => RefuseOptions(result.Tokens.Select(t => t.Value), result.AddError));
        return file;
    }

    /// <summary><c>--record N</c>, from 0.</summary>
    public static Option<int?> Record(string description)
    {
        var record = new Option<int?>("--record") { Description = description, HelpName = "N" };
        record.Validators.Add(result =>
        {
            if (result.Tokens is [var written] && !written.Value.All(char.IsAsciiDigit))
                result.AddError($"--record is {written.Value.Harmless()}; write a number from 0.");
        });
        return record;
    }

    /// <summary>For a verb that builds the portal and has its own word for what it finds.</summary>
    public static readonly string[] Silent =
    [
        "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None",
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database=None",
    ];

    /// <summary>Whether this is a setting of the portal: <c>--Section:Key=value</c>, <c>--AllowedHosts=name</c>.</summary>
    public static bool IsSetting(string token) =>
        token.StartsWith("--", StringComparison.Ordinal) && token.IndexOf('=', StringComparison.Ordinal) > 2;

    // A mistyped option is no file.
    private static void RefuseOptions(IEnumerable<string> written, Action<string> refuse)
    {
        if (written.FirstOrDefault(w => w.StartsWith('-')) is { } option) refuse($"There is no option {option.Harmless()}.");
    }
}
