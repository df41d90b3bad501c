using VcrPortal.Reasoning.Diff;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>diff A B [--record N]</c>: what B says and A does not, and what follows from it. Ids, line order and spelling are no difference.
/// Exit 0: they say the same; 1: they differ; 2: trouble.
/// </summary>
internal static class DiffTraces
{
    private const string Usage = "Usage: diff A B [--record N]   (two files of one trace each, or the same record of both)";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (Understood(args) is not { } wish) return await CommandLineVerbs.SayAsync(errors, Usage);
        if (await ChooseTrace.TryReadAsync(wish.Before, wish.Record, errors, ct) is not { } before) return CommandLineVerbs.Unreadable;
        if (await ChooseTrace.TryReadAsync(wish.After, wish.Record, errors, ct) is not { } after) return CommandLineVerbs.Unreadable;
        var diff = GraphDiff.Between(before.Document!.Graph, after.Document!.Graph);
        if (diff.IsEmpty) return 0;
        await output.WriteLineAsync($"--- {wish.Before}".Harmless());
        await output.WriteLineAsync($"+++ {wish.After}".Harmless());
        foreach (var line in DiffText.Lines(diff)) await output.WriteLineAsync(line.Harmless());
        return CommandLineVerbs.HasErrors;
    }

    private static (string Before, string After, int? Record)? Understood(string[] args) => args switch
    {
        [['-', _, ..], ..] or [_, ['-', _, ..], ..] => null,
        [var before, var after] => (before, after, null),
        [var before, var after, "--record", var number] when ChooseTrace.IsRecord(number, out var record) => (before, after, record),
        _ => null,
    };
}
