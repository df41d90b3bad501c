using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Agents.LanguageModels.Chat;
using VcrPortal.Generation.Evaluation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Tests.Models;

namespace VcrPortal.Review;

/// <summary>
/// The same records of VCR-Agent explained in five ways, side by side: by a real model where the environment names one, else by a stand-in
/// that speaks a model's protocol and knows nothing.
/// </summary>
internal static class WaysOfWriting
{
    /// <summary>Every ninth of VCR-Agent's 176 records is taken, from the first one on.</summary>
    private const int Records = 20, Every = 9;

    private const int Steps = 3;

    /// <param name="folder">Holds VCR-Agent's <c>perturbations.json</c> and <c>traces_sample.json</c>.</param>
    public static async Task PrintAsync(InstalledKnowledge knowledge, string folder, TextWriter to, CancellationToken ct)
    {
        var records = await SomeAsync(Path.Combine(folder, "perturbations.json"), ct);
        if (RealModel.FromEnvironment() is { } real)
        {
            await to.WriteLineAsync($"{records.Count} records, written by {real.Model.Model} at {real.Model.Endpoint.IdnHost}.\n");
            await to.WriteAsync(EngineTable.Print(await CompareAsync(knowledge, records, real.Model, real.Key, ct)));
            return;
        }
        var answers = await SampleAnswers.ReadAsync(Path.Combine(folder, "traces_sample.json"));
        await using var server = await FakeModelServer.StartAsync(answers.Reply);
        var model = new ChatModel("stand-in", ModelKind.OpenAi, server.OpenAi, "stand-in");
        await to.WriteLineAsync(
            $"{records.Count} records. No model was asked: where the table names one, a stand-in repeated samples that VCR-Agent "
            + "published, most of them of other records. This shows that the harness counts, and nothing about any model. "
            + $"For a real one {RealModel.HowToName}.\n");
        await to.WriteAsync(EngineTable.Print(await CompareAsync(knowledge, records, model, new ModelKey(null), ct)));
    }

    /// <summary>One step, two agents, two agents with refinement, a critic of the built-in engine, and that engine alone.</summary>
    public static IReadOnlyList<ComparedWay> For(ChatModel model) =>
    [
        new("one-step prompt", ModelEngines.IdOf(ModelEngines.OneStep, model.Name)),
        new("two agents", ModelEngines.IdOf(ModelEngines.TwoAgents, model.Name)),
        new("two agents, refined", ModelEngines.IdOf(ModelEngines.TwoAgents, model.Name), Steps),
        new("hybrid", ModelEngines.IdOf(ModelEngines.Hybrid, model.Name)),
        new("graph reasoner", GraphEngine.Id),
    ];

    public static async Task<IReadOnlyList<PerturbationRecord>> SomeAsync(string file, CancellationToken ct) =>
        [.. PerturbationRecordReader.Read(await File.ReadAllTextAsync(file, ct)).Records.Where((_, i) => i % Every == 0).Take(Records)];

    private static async Task<IReadOnlyCollection<EngineScore>> CompareAsync(
        InstalledKnowledge knowledge, IReadOnlyList<PerturbationRecord> records, ChatModel model, ModelKey key, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton(knowledge).AddGeneration()
            .AddChatModel(model, key).BuildServiceProvider();
        return await EngineComparison.RunAsync(services.GetRequiredService<ITraceGenerator>(), records, For(model), ct);
    }
}
