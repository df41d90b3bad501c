using System.CommandLine;
using System.Globalization;
using VcrPortal.Generation.Evaluation;
using VcrPortal.Generation.Inputs;
using VcrPortal.Generation.Knowledge.Imports;
using VcrPortal.Generation.Knowledge.Snapshot;

namespace VcrPortal.Web.CommandLine;

/// <summary>
/// <c>evaluate FILE... [--also FILE...] [--from FOLDER]</c>: how well the installed knowledge answers labelled pairs (<c>pert, gene, label,
/// split</c>: PerturbQA's files, or any of the same columns), as a Markdown table on standard output. <c>--also</c> names the same question
/// in other cell lines. Exit 0: done; 1: a file or the snapshot cannot be used; 2: not understood.
/// </summary>
internal static class EvaluatePairs
{
    private const string Usage =
        "Usage: evaluate FILE... [--also FILE...] [--from FOLDER]   (FILE: a CSV with pert, gene, label, split; --also: the same question "
        + "in other cell lines, whose answers may be used; --from: where import keeps its snapshots)";

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
        var also = new Option<string[]>("--also")
        {
            Description = "The same question in other cell lines, such as rpe1-dir.csv for k562-dir.csv; a file does not help itself.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var verb = new VerbCommand(
            "evaluate", Usage,
            "How well the installed knowledge answers labelled pairs, as a Markdown table. Exit code 0: done; 1: a file or the "
                + "snapshot cannot be used; 2: not understood.")
        {
            files, also, from,
        };
        verb.Runs((parsed, output, errors, ct) => RunAsync(
            parsed.GetRequiredValue(files), parsed.GetValue(also) ?? [], ImportKnowledge.FolderOf(parsed.GetValue(from)), output, errors,
            ct));
        return verb;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> files, IReadOnlyList<string> also, string folder, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        using var snapshot = new SnapshotFolder(folder).OpenNewest().Snapshot;
        if (snapshot is null) return await CommandLineVerbs.SayAsync(errors, $"There is no snapshot in {folder}. Run import first.", 1);
        try
        {
            await output.WriteLineAsync($"Knowledge: {snapshot.Version} ({string.Join(", ", snapshot.Datasets.Select(d => d.Name))})");
            var others = new List<LabelledPairs>();
            foreach (var path in also) others.Add(await ReadAsync(path, errors, ct));
            foreach (var path in files)
                await EvaluateAsync(await ReadAsync(path, errors, ct), others, snapshot, output, ct);
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

    private static async Task<LabelledPairs> ReadAsync(string path, TextWriter errors, CancellationToken ct)
    {
        var input = InputText.Open(path, ct);
        if (input.Note is { } guess) await errors.WriteLineAsync($"{path} {guess}".Harmless());
        using var text = input.Read();
        return LabelledPairs.Read(Path.GetFileName(path), text);
    }

    private static async Task EvaluateAsync(
        LabelledPairs pairs, IReadOnlyCollection<LabelledPairs> also, KnowledgeSnapshot snapshot, TextWriter output, CancellationToken ct)
    {
        if (pairs.Test.Length < Few || pairs.Train.Length < Few)
        {
            await output.WriteLineAsync(
                $"\n{pairs.Name}: {pairs.Train.Length} training and {pairs.Test.Length} test pairs are too few to tell.");
            return;
        }
        // A line's own answers, and those of another question, are no help.
        var others = also.Where(o => o.Name != pairs.Name && QuestionOf(o) == QuestionOf(pairs)).ToList();
        var (scores, tuning) = PairEvaluation.Run(pairs, others, snapshot, ct);
        await output.WriteLineAsync(
            string.Create(
            CultureInfo.InvariantCulture,
            $"\n### {pairs.Name}\n\n{pairs.Train.Length:N0} training pairs, {pairs.Test.Length:N0} test pairs; the analogy's shrinkage, "
            + $"chosen on the training part: {tuning.Shrinkage}{Elsewhere(others, tuning)}.\n"));
        await output.WriteLineAsync(
            "| method | n | coverage | AUROC pooled | AUROC per gene (95% interval; genes) | accuracy where covered | majority on the "
            + "same pairs |\n|---|---|---|---|---|---|---|");
        foreach (var s in scores)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {s.Method} | {s.Pairs:N0} | {s.Covered / (double)s.Pairs:P0} | {Number(s.Pooled)} | {PerGene(s)} | "
                + $"{(s.Covered < Few ? "too few to tell" : Number(s.Accuracy))} | {(s.Covered < Few ? "" : Number(s.MajorityAccuracy))} "
                + $"|"));
    }

    /// <summary>What is asked, by PerturbQA's names: the last word of k562-dir. A file of one word asks its own question.</summary>
    private static string QuestionOf(LabelledPairs pairs) => pairs.Name.Split('-', '_')[^1];

    private static string Elsewhere(List<LabelledPairs> others, Tuning tuning) => others.Count == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"; beside {string.Join(", ", others.Select(o => o.Name))}, of which the same perturbation counts {tuning.Same} and alike ones "
        + $"{tuning.Profile}");

    private static string PerGene(MethodScore score) => score.PerGene is { } area
        ? string.Create(CultureInfo.InvariantCulture, $"{area.Value:0.000} ({area.Low:0.000} to {area.High:0.000}; {score.Genes})")
            : "no gene has both answers";

    private static string Number(double? value) => value is { } v ? v.ToString("0.000", CultureInfo.InvariantCulture) : "";
}
