using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Features.Batches;

/// <summary>What was measured at one moment of a run.</summary>
/// <param name="Memory">The working set of this process, bytes.</param>
internal sealed record BatchSample(int Done, TimeSpan At, long Memory);

/// <summary>One run of the verb <c>batch</c>, measured.</summary>
internal sealed record BatchRun(int Total, int Done, int Failed, TimeSpan Took, ImmutableArray<BatchSample> Samples)
{
    /// <summary>Moments at which the memory is told, to show whether it grows.</summary>
    private static readonly double[] Parts = [0.1, 0.25, 0.5, 0.75, 1];

    public IEnumerable<string> Lines()
    {
        var here = Samples.Length == 0 ? 0 : Samples[^1].Done - Samples[0].Done;
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{Total:N0} records: {Done - Failed:N0} done, {Failed:N0} failed. Here {here:N0} in {Took.TotalSeconds:0} s, "
            + $"{here / Math.Max(0.001, Took.TotalSeconds):0.0} a second.");
        if (Samples.Length == 0) yield break;
        var moments = Parts.Select(part => Samples[(int)Math.Round(part * (Samples.Length - 1))])
            .Select(s => Say($"{s.Memory / 1048576.0:0} after {s.At.TotalSeconds:0} s"));
        yield return Say(
            $"Memory, MB of working set: {string.Join(", ", moments)}; at most {Samples.Max(s => s.Memory) / 1048576.0:0}.");
    }

    internal static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Looks at a batch until it is over, and says how far it is.</summary>
internal sealed class WatchBatch(ReadBatch batches, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Looks between two lines of progress.</summary>
    private const int Every = 10;

    /// <param name="say">Told how much is done of how much, in words, and whether a line of a log is due.</param>
    public async Task<BatchRun> RunAsync(int number, Action<int, int, string, bool> say, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var samples = ImmutableArray.CreateBuilder<BatchSample>();
        using var beat = new PeriodicTimer(Look, clock);
        for (var looks = 0; ; looks++)
        {
            var batch = await batches.RunAsync(number, Caller.Operator, ct) ?? throw new InvalidOperationException("The batch is gone.");
            samples.Add(new(batch.Over, clock.GetElapsedTime(began), WorkingSet()));
            say(batch.Over, batch.Total, Line(batch, samples[^1]), looks % Every == 0 || batch.FinishedAt is not null);
            if (batch.FinishedAt is not null) return new(batch.Total, batch.Over, batch.Failed, samples[^1].At, samples.ToImmutable());
            await beat.WaitForNextTickAsync(ct);
        }
    }

    private static string Line(BatchSummary batch, BatchSample now) => string.Create(CultureInfo.InvariantCulture,
        $"{now.At.TotalSeconds,7:0} s  {batch.Over:N0} of "
        + $"{batch.Total:N0}{(batch.Failed > 0 ? $", {batch.Failed:N0} failed" : "")}"
        + $"{(batch.JobsPerSecond is { } rate ? BatchRun.Say($", {rate:0.0} a second") : "")}"
        + $"{(batch.Left is { } left ? $", {TimeText.Length(left)} left" : "")}, {now.Memory / 1048576.0:0} MB");

    private static long WorkingSet()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
