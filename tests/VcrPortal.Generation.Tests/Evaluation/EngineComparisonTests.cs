using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Generation.Evaluation;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Tests.Agents.LanguageModels;
using VcrPortal.Review;
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
    public async Task Ways_OnTwentyOfTheRecordsOfVcrAgent_AreComparedByTheSameCounts()
    {
        var records = await WaysOfWriting.SomeAsync(ReferenceData.File("vcr-agent/perturbations.json"), default);
        await using var server = await FakeModelServer.StartAsync(
            q => q.IsAboutClaims && q.Said.Contains("Bevacizumab", StringComparison.Ordinal) ? new ModelReply.Says("I cannot.")
                : q.IsAboutClaims ? new ModelReply.Says(BinimetinibAnswers.ExplanationOf(q.Compound!)) : BinimetinibAnswers.Answer(q));
        var model = ModelRun.Model(server);
        await using var services = ModelRun.Services(model);
        var ways = WaysOfWriting.For(model);
        var scores = await EngineComparison.RunAsync(services.GetRequiredService<ITraceGenerator>(), records, ways, default);
        Assert.Equal(ways.Select(w => w.Name), scores.Select(s => s.Engine));
        Assert.All(scores, s => Assert.Equal(20, s.Records));
        Assert.All(scores, s => Assert.InRange(s.Judged, s.Supported + s.Refuted, s.Claims));
        Assert.All(scores, s => Assert.InRange(s.Testable, s.Judged, s.Claims));
        Assert.All(scores, s => Assert.Equal(s.Judged > 0, s.Verifiers.Values.Sum(v => v.Judged) > 0));
        // What cannot be read is a failure of the engines that let the model write, and of no other.
        var refusing = records.Count(r => r.Title.Contains("Bevacizumab", StringComparison.Ordinal));
        Assert.InRange(refusing, 1, 19);
        Assert.Equal([refusing, refusing, refusing, 0, 0], scores.Select(s => s.Failed));
        // A critic changes nothing of the draft.
        Assert.Equal(Counts(scores[4]), Counts(scores[3]));
        // Refinement may only better what the checks say.
        Assert.InRange(scores[2].Refuted, 0, scores[1].Refuted);
    }

    [DataFact]
    public async Task Command_WithoutAModel_PrintsOneTableAndSaysThatItShowsTheHarnessOnly()
    {
        var printed = new StringWriter();
        await WaysOfWriting.PrintAsync(
            InstalledKnowledge.From(StarterPack.Load()), ReferenceData.File("vcr-agent"), printed, default);
        var lines = printed.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("shows that the harness counts, and nothing about any model", lines[0], StringComparison.Ordinal);
        Assert.Equal(7, lines.Count(l => l.StartsWith('|')));
        Assert.Single(lines, l => l.StartsWith("| two agents, refined | 20 |", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("| graph reasoner | 20 | 0 |", StringComparison.Ordinal));
    }

    private static (int, int, int, int, int, string) Counts(EngineScore score) =>
        (score.Valid, score.Claims, score.Testable, score.Judged, score.Supported, string.Join(';', score.Verifiers));
}
