using VcrPortal.Reasoning.Diff;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>diff A B [--record N]</c>: what B says and A does not, and what follows from it. Ids, line order and spelling are no difference.
/// Exit 0: they say the same; 1: they differ; 2: trouble.
/// </summary>
internal static class DiffTraces
{
    private const string Usage = "Usage: diff A B [--record N]   (two files of one trace each, or the same record of both)";

    public static VerbCommand Command()
    {
        var (before, after) = (VerbCommand.OneFile("A", "The trace before."), VerbCommand.OneFile("B", "The trace after."));
        var record = VerbCommand.Record("Which trace of both files, from 0.");
        var verb = new VerbCommand(
            "diff", Usage,
            "Tells what B says and A does not, and what follows from it. Ids, line order and spelling are no difference. Exit "
                + "code 0: they say the same; 1: they differ; 2: trouble.")
        {
            before, after, record,
        };
        verb.Runs((parsed, output, errors, ct) => RunAsync(
            (parsed.GetRequiredValue(before), parsed.GetRequiredValue(after), parsed.GetValue(record)), output, errors, ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        (string Before, string After, int? Record) wish, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (await ChooseTrace.TryReadAsync(wish.Before, wish.Record, errors, ct) is not { } before) return CommandLineVerbs.Unreadable;
        if (await ChooseTrace.TryReadAsync(wish.After, wish.Record, errors, ct) is not { } after) return CommandLineVerbs.Unreadable;
        var diff = GraphDiff.Between(before.Document!.Graph, after.Document!.Graph);
        if (diff.IsEmpty) return 0;
        await output.WriteLineAsync($"--- {wish.Before}".Harmless());
        await output.WriteLineAsync($"+++ {wish.After}".Harmless());
        foreach (var line in DiffText.Lines(diff)) await output.WriteLineAsync(line.Harmless());
        return CommandLineVerbs.HasErrors;
    }
}
