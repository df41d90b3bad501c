using System.Globalization;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Web.Data;

namespace VcrPortal.Web.CommandLine;

/// <summary>What an import took, what it left out and why, as text for a console.</summary>
internal sealed class ImportSummary(ImportOutcome outcome, string folder, TimeSpan took)
{
    public async Task WriteAsync(TextWriter output)
    {
        foreach (var file in outcome.Files)
        {
            await output.WriteLineAsync($"{file.Kind} ({Harmless(file.File)}): {file.Taken}");
            foreach (var dropped in file.Dropped)
                await output.WriteLineAsync(
                    $"    left out {Count(dropped.Count)}: {dropped.Reason} (the first: {Harmless(dropped.Example)})");
        }
        foreach (var (file, warning) in outcome.Files.SelectMany(f => f.Warnings.Select(w => (f.File, w))))
            await output.WriteLineAsync($"Warning ({Harmless(file)}): {Harmless(warning, 1000)}");
        foreach (var (file, reason) in outcome.LeftOut) await output.WriteLineAsync($"Left out: {Harmless(file)}, {Harmless(reason)}.");
        await output.WriteLineAsync(
            $"{(outcome.IsNew ? "New snapshot" : "Nothing has changed; the snapshot is still")} {outcome.Version} in {folder}: "
            + $"{Count(outcome.Entities, "entity", "entities")}, {Count(outcome.Edges, "edge", "edges")}, "
            + $"{Count(outcome.Names, "name", "names")}. It took "
            + $"{took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");
        await output.WriteLineAsync(outcome.Note ?? "The portal uses it from its next start.");
    }

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Count(long number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    /// <summary>Names and cells are other people's text: they stay on their line and move no cursor.</summary>
    private static string Harmless(string text, int most = 200) => text.Fit(most).Harmless();
}
