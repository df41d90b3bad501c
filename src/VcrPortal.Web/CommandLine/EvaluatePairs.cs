using System.CommandLine;
using System.Globalization;
using VcrPortal.Generation.Evaluation;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>evaluate FILE... [--from FOLDER]</c>: how well the installed knowledge answers labelled pairs (<c>pert, gene, label, split</c>:
/// PerturbQA's files, or any of the same columns), as a Markdown table on standard output. Exit 0: done; 1: a file or the snapshot cannot
/// be used; 2: not understood.
/// </summary>
internal static class EvaluatePairs
{
    private const string Usage =
        "Usage: evaluate FILE... [--from FOLDER]   (FILE: a CSV with pert, gene, label, split; --from: where import keeps its snapshots)";

    /// <summary>Fewer pairs than this tell nothing.</summary>
    private const int Few = 100;

    public static VerbCommand Command()
    {
        var files = VerbCommand.Files("FILE", "CSV files with pert, gene, label, split, such as PerturbQA's.");
        var from = new Option<string>("--from")
        {
            Description = "Where import keeps its snapshots; by default what Knowledge:Folder says.",
            HelpName = "FOLDER",
        };
        var verb = new VerbCommand(
            "evaluate", Usage,
            "How well the installed knowledge answers labelled pairs, as a Markdown table. Exit code 0: done; 1: a file or the "
                + "snapshot cannot be used; 2: not understood.")
        {
            files, from,
        };
        verb.Runs((parsed, output, errors, ct) => RunAsync(
            parsed.GetRequiredValue(files), ImportKnowledge.FolderOf(parsed.GetValue(from)), output, errors, ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> files, string folder, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        using var snapshot = new SnapshotFolder(folder).OpenNewest().Snapshot;
        if (snapshot is null) return await CommandLineVerbs.SayAsync(errors, $"There is no snapshot in {folder}. Run import first.", 1);
        try
        {
            await output.WriteLineAsync($"Knowledge: {snapshot.Version} ({string.Join(", ", snapshot.Datasets.Select(d => d.Name))})");
            foreach (var path in files) await EvaluateAsync(path, snapshot, output, errors, ct);
            return 0;
        }
        catch (UnreadableInputException unreadable)
        {
            return await CommandLineVerbs.SayAsync(errors, $"A file cannot be read: it {unreadable.Message}".Harmless(), 1);
        }
        catch (Exception wrong) when (wrong is ImportException or IOException or UnauthorizedAccessException)
        {
            return await CommandLineVerbs.SayAsync(errors, wrong.Message, 1);
        }
    }

    private static async Task EvaluateAsync(
        string path, KnowledgeSnapshot snapshot, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var input = InputText.Open(path, ct);
        if (input.Note is { } guess) await errors.WriteLineAsync($"{path} {guess}".Harmless());
        using var text = input.Read();
        var pairs = LabelledPairs.Read(Path.GetFileName(path), text);
        if (pairs.Test.Length < Few || pairs.Train.Length < Few)
        {
            await output.WriteLineAsync(
                $"\n{pairs.Name}: {pairs.Train.Length} training and {pairs.Test.Length} test pairs are too few to tell.");
            return;
        }
        var (scores, shrinkage) = PairEvaluation.Run(pairs, snapshot, ct);
        await output.WriteLineAsync(
            string.Create(
            CultureInfo.InvariantCulture,
            $"\n### {pairs.Name}\n\n{pairs.Train.Length:N0} training pairs, {pairs.Test.Length:N0} test pairs; the analogy's shrinkage, "
            + $"chosen on the training part: {shrinkage}.\n"));
        await output.WriteLineAsync(
            "| method | n | coverage | AUROC pooled | AUROC per gene (95% interval; genes) | accuracy where covered | majority on the "
            + "same pairs |\n|---|---|---|---|---|---|---|");
        foreach (var s in scores)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {s.Method} | {s.Pairs:N0} | {s.Covered / (double)s.Pairs:P0} | {Number(s.Pooled)} | {PerGene(s)} | "
                + $"{(s.Covered < Few ? "too few to tell" : Number(s.Accuracy))} | {(s.Covered < Few ? "" : Number(s.MajorityAccuracy))} "
                + $"|"));
    }

    private static string PerGene(MethodScore score) => score.PerGene is { } area
        ? string.Create(CultureInfo.InvariantCulture, $"{area.Value:0.000} ({area.Low:0.000} to {area.High:0.000}; {score.Genes})")
            : "no gene has both answers";

    private static string Number(double? value) => value is { } v ? v.ToString("0.000", CultureInfo.InvariantCulture) : "";
}
