using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace VcrPortal.Fuzz;

/// <summary>Trials one after another for some time, with a watch over each: a reader that hangs ends the campaign.</summary>
internal sealed class Campaign(TextWriter output, string folder)
{
    /// <summary>Far beyond what any trial may take; its own limit reports the rest.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(2);

    /// <summary>A campaign that finds more stops: the first ones say enough.</summary>
    private const int MostFindings = 20;

    private readonly ConcurrentDictionary<string, (int Trials, double WorstNanoseconds, double WorstBytes)> _kinds = new();
    private int _findings;

    /// <returns>True where nothing was found.</returns>
    public bool Run(TimeSpan time, int firstSeed)
    {
        var clock = Stopwatch.StartNew();
        for (var seed = firstSeed; clock.Elapsed < time && _findings < MostFindings; seed++)
        {
            var input = FuzzInput.From(seed, withHuge: true);
            var run = Task.Factory.StartNew(
                () => Trial.Run(input), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (!run.Wait(Hangs))
            {
                Report(input, $"still reading after {Hangs}");
                break;
            }
            Note(run.Result);
        }
        Summarise(clock.Elapsed);
        return _findings == 0;
    }

    private void Note(Trial trial)
    {
        var key = $"{trial.Input.Form}, {trial.Input.Kind}";
        // A cost for each byte says nothing of short inputs.
        var isLong = trial.Input.Bytes.Length > 50_000;
        var (nanoseconds, bytes) = isLong
            ? (trial.Time.TotalNanoseconds / trial.Input.Bytes.Length, (double)trial.Allocated / trial.Input.Bytes.Length) : (0, 0);
        _kinds.AddOrUpdate(
            key, (1, nanoseconds, bytes), (_, old) =>
            (old.Trials + 1, Math.Max(old.WorstNanoseconds, nanoseconds), Math.Max(old.WorstBytes, bytes)));
        if (trial.Finding is { } finding) Report(trial.Input, finding);
    }

    private void Report(FuzzInput input, string finding)
    {
        _findings++;
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"finding-{input.Seed}.{input.Form}"));
        File.WriteAllBytes(file, input.Bytes);
        output.WriteLine($"FINDING seed {input.Seed}, {input.Form}, {input.Kind}: {finding}\n  kept as {file}");
    }

    private void Summarise(TimeSpan time)
    {
        output.WriteLine(
            string.Create(
            CultureInfo.InvariantCulture,
            $"{_kinds.Values.Sum(k => k.Trials)} inputs in {time.TotalMinutes:0.0} minutes, {_findings} findings"));
        output.WriteLine("| input | trials | slowest, ns a byte | most allocated, bytes a byte |\n|---|---|---|---|");
        foreach (var (kind, cost) in _kinds.OrderBy(k => k.Key, StringComparer.Ordinal))
            output.WriteLine(
                string.Create(
                CultureInfo.InvariantCulture,
                $"| {kind} | {cost.Trials} | {(cost.WorstNanoseconds > 0 ? $"{cost.WorstNanoseconds:0}" : "-")} | "
                + $"{(cost.WorstBytes > 0 ? $"{cost.WorstBytes:0}" : "-")} |"));
    }
}
