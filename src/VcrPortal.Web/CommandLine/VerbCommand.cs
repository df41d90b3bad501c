using System.CommandLine;
using System.Globalization;
using VcrPortal.Web.Hosting;

namespace VcrPortal.Web.CommandLine;

/// <summary>One verb with the line that is shown where it was not understood.</summary>
/// <param name="description">What it does, and its exit codes: help is where people look for them.</param>
internal sealed class VerbCommand(string name, string usage, string description) : Command(name, description)
{
    /// <summary>"Usage: lint FILE".</summary>
    public string Usage => usage;

    /// <summary>Settings of the portal after the options. As an argument they stand in the help.</summary>
    public static Argument<string[]> Settings() => new("SETTING")
    {
        Description = "Settings of the portal, as --Section:Key=value; README has them all.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The same for a verb that starts no portal but works with its settings.</summary>
    public static Argument<string[]> CheckedSettings()
    {
        var settings = Settings();
        settings.Validators.Add(result =>
        {
            if (PortalArguments.FindTrouble([.. result.Tokens.Select(t => t.Value)]) is { } trouble) result.AddError(trouble.Harmless());
        });
        return settings;
    }

    /// <summary>What runs where the command was understood.</summary>
    public void Runs(Func<ParseResult, TextWriter, TextWriter, CancellationToken, Task<int>> run) =>
        SetAction((parsed, ct) => run(parsed, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));

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
        WantsNumber(record, "a number from 0");
        return record;
    }

    /// <summary>Anything but digits is refused in one sentence.</summary>
    /// <param name="wanted">The end of the sentence: "write ...".</param>
    public static void WantsNumber(Option<int?> option, string wanted) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var written] && !int.TryParse(written.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            result.AddError($"{option.Name} is {written.Value.Harmless()}; write {wanted}.");
    });

    /// <summary>For a verb that builds the portal and has its own word for what it finds.</summary>
    public static readonly string[] Silent =
    [
        "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None",
        "--Logging:LogLevel:Microsoft.EntityFrameworkCore=None", "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database=None",
    ];

    /// <summary>Whether this is a setting of the portal: <c>--Section:Key=value</c>, <c>--AllowedHosts=name</c>.</summary>
    public static bool IsSetting(string token) =>
        token.StartsWith("--", StringComparison.Ordinal) && token.IndexOf('=', StringComparison.Ordinal) > 2;

    /// <returns>What is wrong where a name is missing or empty, as of a variable that is not set; null when nothing is.</returns>
    public static string? FindNoFile(IEnumerable<string> files)
    {
        var all = files.ToList();
        return all.Count == 0 || all.Any(string.IsNullOrWhiteSpace) ? "The name of a file is empty. Write which file is meant." : null;
    }

    /// <summary>For an option whose value is a file or folder.</summary>
    public static void WantsFile(Option<string> option) => option.Validators.Add(result =>
    {
        if (FindNoFile(result.Tokens.Select(t => t.Value)) is { } trouble) result.AddError(trouble);
    });

    // A mistyped option is no file.
    private static void RefuseOptions(IEnumerable<string> written, Action<string> refuse)
    {
        var all = written.ToList();
        if (all.Find(w => w.StartsWith('-')) is { } option) refuse($"There is no option {option.Harmless()}.");
        else if (all.Count > 0 && FindNoFile(all) is { } trouble) refuse(trouble);
    }
}
