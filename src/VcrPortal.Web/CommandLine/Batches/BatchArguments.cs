using System.Collections.Immutable;
using System.CommandLine;
using VcrPortal.Web.Features.Batches.Launch;

namespace VcrPortal.Web.CommandLine.Batches;

/// <summary>What the verb <c>batch</c> was asked for.</summary>
/// <param name="Files">Ending in <c>.jsonl</c> or <c>.parquet</c>.</param>
/// <param name="Number">The number of a batch that is there already; null to launch one.</param>
/// <param name="Settings">Settings of the portal, as its own command line takes them.</param>
internal sealed record BatchArguments(
    ImmutableArray<string> Compounds, ImmutableArray<string> Lines, string? Title, ImmutableArray<string> Files,
    ImmutableArray<string> Settings, int? Number = null)
{
    private static readonly string[] Endings = [".jsonl", ".parquet"];

    public static bool IsParquet(string file) => file.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>The verb, and how it is read.</summary>
    public static VerbCommand Command(string usage, Func<BatchArguments, TextWriter, TextWriter, CancellationToken, Task<int>> run)
    {
        var compounds = Named("--compounds", "Names of compounds, parted by semicolons; without: all.");
        var lines = Named("--lines", "Names of cell lines, parted by semicolons; without: all.");
        var title = new Option<string>("--title") { Description = "The title of the batch.", HelpName = "TEXT" };
        var to = new Option<string[]>("--to") { Description = "A file in .jsonl or .parquet; may be given for both.", HelpName = "FILE" };
        to.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(f => !IsWritten(f.Value)) is { } other)
                result.AddError($"{other.Value.Harmless()} is neither .jsonl nor .parquet.");
        });
        var number = new Option<int?>("--number") { Description = "Goes on with batch N, or only writes it.", HelpName = "N" };
        VerbCommand.WantsNumber(number, "the number of a batch");
        var settings = VerbCommand.CheckedSettings();
        var verb = new VerbCommand(
            "batch", usage,
            "Launches every pair, or the chosen ones, works until all are over, and says what came of them. Exit code 0: done; 1: "
                + "it could not be launched or written, or was stopped; 2: not understood.")
        {
            compounds, lines, title, to, number, settings,
        };
        verb.Runs((parsed, output, errors, ct) => run(
            new(PairText.Names(parsed.GetValue(compounds)), PairText.Names(parsed.GetValue(lines)), parsed.GetValue(title),
                [.. parsed.GetValue(to) ?? []], [.. parsed.GetValue(settings) ?? []], parsed.GetValue(number)), output, errors, ct));
        return verb;
    }

    private static Option<string> Named(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "NAME;NAME" };
        option.Validators.Add(result =>
        {
            if (PairText.Names(result.Tokens is [var written, ..] ? written.Value : null).IsEmpty)
                result.AddError($"{name} names nothing. Leave it out for all.");
        });
        return option;
    }

    private static bool IsWritten(string file) => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
