using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Agents.GraphReasoning;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Evaluation;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Tests.Agents.LanguageModels;
using VcrPortal.Tests;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Evaluation;

/// <summary>
/// The harness that compares ways of writing on the same records. With a stand-in for the model it shows that the harness counts, and
/// nothing about any model.
/// </summary>
public class EngineComparisonTests
{
    [DataFact]
    public async Task Engines_OnTwentyOfTheRecordsOfVcrAgent_AreComparedByTheSameCounts()
    {
        var text = await File.ReadAllTextAsync(ReferenceData.File("vcr-agent/perturbations.json"));
        List<PerturbationRecord> records = [.. PerturbationRecordReader.Read(text).Records.Where((_, i) => i % 9 == 0).Take(20)];
        await using var server = await FakeModelServer.StartAsync(
            q => q.IsAboutClaims && q.Said.Contains("Bevacizumab", StringComparison.Ordinal) ? new ModelReply.Says("I cannot.")
                : BinimetinibAnswers.Answer(q));
        var model = ModelRun.Model(server);
        await using var services = ModelRun.Services(model);
        string[] engines =
        [
            ModelEngines.IdOf(ModelEngines.OneStep, model.Name), ModelEngines.IdOf(ModelEngines.TwoAgents, model.Name),
            ModelEngines.IdOf(ModelEngines.Hybrid, model.Name), GraphEngine.Id,
        ];
        var scores = await EngineComparison.RunAsync(services.GetRequiredService<ITraceGenerator>(), records, engines, default);
        Assert.Equal(engines, scores.Select(s => s.Engine));
        Assert.All(scores, s => Assert.Equal(20, s.Records));
        Assert.All(scores, s => Assert.InRange(s.Judged, s.Supported + s.Refuted, s.Claims));
        Assert.All(scores, s => Assert.InRange(s.Testable, s.Judged, s.Claims));
        // What cannot be read is a failure of the engines that let the model write, and of no other.
        var refusing = records.Count(r => r.Title.Contains("Bevacizumab", StringComparison.Ordinal));
        Assert.Equal([refusing, refusing, 0, 0], scores.Select(s => s.Failed));
        // A critic changes nothing of the draft.
        Assert.Equal(scores[3] with { Engine = "" }, scores[2] with { Engine = "" });
        Assert.Contains($"| {GraphEngine.Id} | 20 | 0 |", EngineComparison.Print(scores), StringComparison.Ordinal);
    }
}
