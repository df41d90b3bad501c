using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Review;

namespace VcrPortal.Bench.Running;

/// <summary>CPU time of whole jobs of the embedded engine, every compound of the starter pack in every cell line, without a
/// database.</summary>
internal static class StarterJobBench
{
    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        var knowledge = StarterPack.Load();
        var engine = GraphPipeline.Over(knowledge);
        var questions = (from line in knowledge.CellLines from compound in knowledge.Compounds select Ask(compound, line)).ToList();
        for (var round = 0; round < 4; round++) // until all is compiled
            foreach (var question in questions) await RunAsync(engine, question);

        var times = new List<TimeSpan>(questions.Count);
        foreach (var question in questions)
        {
            var before = Environment.CpuUsage.TotalTime;
            await RunAsync(engine, question);
            times.Add(Environment.CpuUsage.TotalTime - before);
        }
        times.Sort();
        var mean = TimeSpan.FromTicks((long)times.Average(t => t.Ticks));
        var slowest = times[^1];
        return [new(
            $"one starter job, CPU ({questions.Count} jobs)", $"mean {Row.Milliseconds(mean)}, slowest {Row.Milliseconds(slowest)}", null,
            null, "at most 50 ms")];
    }

    private static GenerationRequest Ask(Compound compound, CellLine line) =>
        new(new([new CellContext(line.Name)], [new Perturbation(PerturbationKind.Chemical, compound.Name)]), KeepDeltas: true);

    private static async Task RunAsync(ITraceGenerator engine, GenerationRequest question)
    {
        await foreach (var _ in engine.GenerateAsync(question, GenerationState.Empty, CancellationToken.None)) { }
    }
}
