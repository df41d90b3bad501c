using System.Diagnostics;
using System.Text.Json;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Reasoning.Text;
using VcrPortal.Tests;

namespace VcrPortal.Bench.Reading;

/// <summary>
/// The six numbers of VCR-Agent's evaluation code for a corpus on one core, beside a Python scorer with compiled regular expressions
/// (reference-scores.py). The numbers have to be the same, or there is nothing to compare.
/// </summary>
internal static class CorpusBench
{
    private const string What = "score a corpus by the six reference numbers";
    private const string WithReading = "read, validate and score a corpus";
    private const string Target = "at least 5x faster";

    private const string Remark =
        "The corpus: both sides hold the same texts in memory and work on one thread, warm; what counts is processor time of the whole "
        + "process, that of .NET's collector with it. "
        + "Neither the start of Python nor the first work of the .NET compiler is in the numbers, nor is handing the texts to Python. "
        + "Python gets the two blocks already cut out and only scores them, its collector "
        + "switched off. \"Read, validate and score\" does the same scoring from the same blocks and besides reads the tagged answer "
        + "(the same lines) into a typed graph with diagnostics, every "
        + "rule checked: Python does nothing of the kind.";

    /// <summary>Rounds over the samples in one timed run, so that a run is long against the clock.</summary>
    private const int Repeats = 500;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (SampleTexts.ReadBlocks() is not { } samples) return [Row.Missing(What, "no reference data (VCR_DATA)", Target)];
        // Each beside the next one as its reference, in the tags that a model writes.
        List<(WrittenTrace Trace, WrittenTrace Reference)> corpus =
            [.. samples.Select((sample, at) => (Tagged(sample), samples[(at + 1) % samples.Count]))];
        if (await PythonAsync(corpus) is not { } baseline) return [Row.Missing(What, "no python3", Target)];
        var scores = corpus.Select(c => ReferenceScores.Compute(c.Trace, c.Reference)).ToList();
        if (!scores.Select(Numbers).Zip(baseline.Scores).All(pair => pair.First.SequenceEqual(pair.Second)))
            return [Row.Missing(What, "the numbers differ from those of the Python scorer", Target)];
        return [RowOf(What, corpus.Count, baseline, () => Score(corpus)),
            RowOf(WithReading, corpus.Count, baseline, () => ReadAndScore(corpus))];
    }

    private static Row RowOf(string what, int traces, Baseline baseline, Action measured)
    {
        var ours = Stopwatches.MedianOfProcessor(measured) / (Repeats * traces);
        var theirs = TimeSpan.FromMicroseconds(baseline.Microseconds);
        return new(
            $"{what} ({traces} traces of models, a trace)", Row.Microseconds(ours), $"Python, the six numbers {Row.Microseconds(theirs)}",
            $"{Row.Times(theirs / ours)} faster", Target, Remark);
    }

    private static void Score(List<(WrittenTrace Trace, WrittenTrace Reference)> corpus)
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
            foreach (var (trace, reference) in corpus)
                if (ReferenceScores.Compute(trace, reference).PrimitiveValidity <= 0) throw new InvalidOperationException(
                    "A sample names no primitive.");
    }

    private static void ReadAndScore(List<(WrittenTrace Trace, WrittenTrace Reference)> corpus)
    {
        for (var repeat = 0; repeat < Repeats; repeat++)
            foreach (var (trace, _) in corpus)
                if (ExplanationReader.Read(trace.Answer!).Graph.Actions.IsEmpty) throw new InvalidOperationException(
                    "A sample holds no action.");
        Score(corpus);
    }

    private static WrittenTrace Tagged(WrittenTrace sample) =>
        sample with
        {
            Answer = $"<think>Why.</think>\n<answer>So.</answer>\n<explain>\n{sample.Explain}\n</explain>\n<dag>\n{sample.Dag}\n</dag>\n"
        };

    private static double[] Numbers(ReferenceScores s) =>
        [s.PrimitiveValidity, s.SchemaValidity!.Value, s.IdCoherence, s.DagWellFormed, s.EdgeF1!.Value, s.PrimitiveF1!.Value];

    private static async Task<Baseline?> PythonAsync(List<(WrittenTrace Trace, WrittenTrace Reference)> corpus)
    {
        var script = Path.Combine(ReferenceData.Repository(), "eng", "bench", "reference-scores.py");
        var start = new ProcessStartInfo("python3", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var python = TryStart(start);
        if (python is null) return null;
        await JsonSerializer.SerializeAsync(python.StandardInput.BaseStream, corpus.Select(c => new
        {
            explain = c.Trace.Explain,
            dag = c.Trace.Dag,
            answer = c.Trace.Answer,
            referenceExplain = c.Reference.Explain,
            referenceDag = c.Reference.Dag,
        }));
        python.StandardInput.Close();
        var answer = await JsonSerializer.DeserializeAsync<Baseline>(python.StandardOutput.BaseStream, JsonSerializerOptions.Web);
        await python.WaitForExitAsync();
        return answer;
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <param name="Microseconds">A trace, the median of its rounds.</param>
    private sealed record Baseline(double Microseconds, double[][] Scores);
}
