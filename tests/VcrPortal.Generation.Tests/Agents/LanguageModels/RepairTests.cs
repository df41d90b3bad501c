using System.Text.Json;
using System.Text.RegularExpressions;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Agents.LanguageModels;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Tests;
using VcrPortal.Tests.Models;

namespace VcrPortal.Generation.Tests.Agents.LanguageModels;

/// <summary>An explanation that cannot be used goes back with our diagnostics, twice at most.</summary>
public class RepairTests
{
    [Fact]
    public async Task Truncated_ByTheTextAlone_IsSentBackAndRead()
    {
        await using var server = await StartAsync(q => q.IsRepair ? BinimetinibAnswers.Explanation : BinimetinibAnswers.CutExplanation);
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Equal(1, Assert.Single(run.Of<GenerationEvent.ExplanationRestarted>()).Repair);
        Assert.Contains("VCR101", server.Asked.Last().Said, StringComparison.Ordinal);
        Assert.Equal(3, run.Of<GenerationEvent.RevisionWritten>().First().Graph!.Actions.Length);
    }

    [Fact]
    public async Task Truncated_ByTheFinishReasonAlone_IsSentBack()
    {
        await using var server = await FakeModelServer.StartAsync(q => q.IsAboutClaims && !q.IsRepair
            ? new ModelReply.Says(BinimetinibAnswers.Explanation, "length") : BinimetinibAnswers.Answer(q));
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        Assert.Equal("The answer reached its limit of 4,000 tokens.", Assert.Single(run.Of<GenerationEvent.ExplanationRestarted>()).Reason);
    }

    [Fact]
    public async Task Invalid_QuotesTheDiagnosticsOfTheFormat()
    {
        var unknown = BinimetinibAnswers.Explanation.Replace("binds_to", "hugs", StringComparison.Ordinal);
        await using var server = await StartAsync(q => q.IsRepair ? BinimetinibAnswers.Explanation : unknown);
        var run = await ModelRun.OfAsync(server);
        Assert.Null(run.Failure);
        var raised = run.Of<GenerationEvent.DiagnosticRaised>().First(d => d.Diagnostic.Code == "VCR201").Diagnostic;
        Assert.Contains(
            JsonEncodedText.Encode(raised.Message, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            server.Asked.Last().Said, StringComparison.Ordinal);
        Assert.Equal(Prompt.Repair.Used, run.News.OfType<AgentNews.PromptUsed>().Last());
    }

    [Theory]
    [InlineData("I am sorry, but I cannot help with that.")]
    [InlineData("Die Substanz hemmt das Enzym, und die Zelle teilt sich nicht mehr.")]
    [InlineData("")]
    public async Task Nonsense_AfterTwoRepairs_IsNoSuccess(string nonsense)
    {
        await using var server = await StartAsync(_ => nonsense);
        var run = await ModelRun.OfAsync(server);
        Assert.IsType<ExplanationFailedException>(run.Failure);
        Assert.StartsWith("After 2 repairs the answer still cannot be used.", run.FailedBecause, StringComparison.Ordinal);
        Assert.Equal(3, server.Asked.Count(q => q.IsAboutClaims));
        Assert.Empty(run.Of<GenerationEvent.RevisionWritten>());
        Assert.Contains("Binimetinib inhibits", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_AreAllTold_FiveByName_TheRestCounted()
    {
        var bad = string.Join('\n', Enumerable.Range(1, 8).Select(i => $"hugs{i}(id=\"n{i}\", actor=\"A\")"));
        await using var server = await StartAsync(_ => $"<explain>\n{bad}\n</explain>\n<dag>\n</dag>");
        var run = await ModelRun.OfAsync(server);
        var reason = Assert.IsType<ExplanationFailedException>(run.Failure).Message;
        Assert.Equal(5, Regex.Count(reason, @"VCR\d{3}"));
        var errors = run.Of<GenerationEvent.ExplanationRestarted>().Last().Reason;
        Assert.Contains("VCR201, line 2:", errors, StringComparison.Ordinal);
        Assert.Matches(@"And \d+ more\. What was written is kept", reason);
    }

    /// <summary>VCR-Agent's own answers as a model would stream them: those that are whole come through, the one that its authors stored
    /// with an empty graph does not.</summary>
    [DataFact]
    public async Task AnswersOfVcrAgent_AreReadAsTheyArrive()
    {
        using var samples = JsonDocument.Parse(await File.ReadAllTextAsync(ReferenceData.File("vcr-agent/traces_sample.json")));
        foreach (var sample in samples.RootElement.EnumerateArray())
        {
            var (explain, dag) = (sample.GetProperty("explain").GetString()!, sample.GetProperty("dag").GetString()!);
            var isCut = dag.Length == 0;
            var answer = $"<explain>\n{explain}\n</explain>\n<dag>\n{dag}" + (isCut ? "" : "\n</dag>\n");
            await using var server = await StartAsync(_ => answer);
            var run = await ModelRun.OfAsync(server, Record(sample));
            Assert.Equal(isCut ? typeof(ExplanationFailedException) : null, run.Failure?.GetType());
            Assert.Equal(isCut, run.Of<GenerationEvent.RevisionWritten>().FirstOrDefault() is null);
        }
    }

    private static PerturbationRecord Record(JsonElement sample)
    {
        var text = sample.GetProperty("perturbation").GetRawText();
        return Assert.Single(PerturbationRecordReader.Read($"[{text}]").Records);
    }

    private static Task<FakeModelServer> StartAsync(Func<ModelQuestion, string> explain) => FakeModelServer.StartAsync(
        q => q.IsAboutClaims ? new ModelReply.Says(explain(q)) : BinimetinibAnswers.Answer(q));
}
