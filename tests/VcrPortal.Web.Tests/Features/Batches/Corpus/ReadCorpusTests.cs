using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Metrics;
using VcrPortal.Web.Features.Batches.Corpus;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches.Corpus;

/// <summary>The scores of a batch, counted by hand from the sample run: two traces of five claims each.</summary>
public class ReadCorpusTests
{
    [Fact]
    public async Task Report_CountsEachVerifierByItself_WithCoverageAndIndependence()
    {
        await using var portal = await TestPortal.StartAsync();
        var report = await ReportAsync(portal, 2);
        Assert.Equal((2, 0, 10), (report.Traces, report.Discarded, report.Claims));
        Assert.Equal(new Share(2, 2), report.Valid);
        Assert.Equal(new Share(6, 10), report.Judged); // n1, CCND1 and DUSP6 of each
        var de = report.Verifiers.Single(v => v.Verifier == "DE");
        Assert.Equal((4, new Share(2, 4), new Share(4, 4), new Share(4, 4)), (de.Asked, de.Score, de.Coverage, de.Independent));
        var phenotype = report.Verifiers.Single(v => v.Verifier == "Phenotype");
        Assert.Equal((2, 0, 0, 2), (phenotype.Asked, phenotype.Supported, phenotype.Refuted, phenotype.Undetermined));
    }

    [Fact]
    public async Task Report_OfAVerifierThatHeardOnlyTheEnginesSource_SaysSo_InsteadOfAPerCent()
    {
        var sameSource = Samples.Run.Select(
            e => e is GenerationEvent.VerdictReached { Verdict.Verifier: "DTI" } v
            ? new GenerationEvent.VerdictReached(v.Verdict with { SameSource = true }) : e);
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator([.. sameSource]));
        var report = await ReportAsync(portal, 1);
        var dti = report.Verifiers.Single(v => v.Verifier == "DTI");
        Assert.Equal((0, 0, 1), (dti.Supported, dti.Refuted, dti.SameSource));
        Assert.Null(dti.Score.Value);
        Assert.Equal("no independent verdict", ShareText.Score(dti));
        Assert.Equal("0%", ShareText.Percent(dti.Independent));
        // No data is nobody's fault.
        Assert.Equal("no independent verdict", ShareText.Score(report.Verifiers.Single(v => v.Verifier == "Phenotype")));
        Assert.Contains(
            CorpusText.Lines(report), l => l.StartsWith("| DTI | no independent verdict | 0 | 0 | 0 |", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_CountsPrimitivesAsGenerated_NotAsPruned()
    {
        await using var portal = await TestPortal.StartAsync();
        var report = await ReportAsync(portal, 2);
        var expression = report.Primitives.Single(p => p.Primitive == "regulates_expression");
        Assert.Equal((2, 2, 2, 2), (expression.Uses, expression.Traces, expression.Supported, expression.Refuted));
        Assert.Equal(2, report.Primitives.Single(p => p.Primitive == "induces_phenotype").Uses); // pruned from what is published
    }

    [Fact]
    public async Task Report_CountsWithdrawnTraces_AndLeavesFailedJobsOut()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [.. Samples.Run.Select(e => e is GenerationEvent.RevisionWritten { Revision: 2 } r ? r with { Discarded = true } : e)]));
        await portal.LaunchBatchAsync(2);
        await portal.RunNextAsync();
        portal.Generator.Before = (_, _) => throw new InvalidOperationException("boom");
        await portal.RunNextAsync();
        var report = (await portal.Get<ReadCorpus>().RunAsync(1, Samples.Anybody, default))!;
        Assert.Equal((1, 1, 5), (report.Traces, report.Discarded, report.Claims));
    }

    [Fact]
    public async Task Report_OfATraceWithAnError_NamesTheRule()
    {
        await using var portal = await TestPortal.StartAsync(generator: new ScriptedGenerator(
            [.. Samples.Run.Where(e => e is not GenerationEvent.RevisionWritten),
                new GenerationEvent.RevisionWritten(1, Samples.Actions[1], "As generated", false)]));
        var report = await ReportAsync(portal, 1);
        Assert.Equal(new Share(0, 1), report.Valid);
        Assert.Contains(report.Rules, r => r is { Code: "VCR305", Traces: 1, Meaning.Length: > 0 });
    }

    [Fact]
    public async Task Report_IsReadOnceInAWhile_HoweverManyAsk()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        await portal.LaunchBatchAsync(2);
        await portal.RunNextAsync();
        Assert.Equal(1, (await portal.Get<ReadCorpus>().RunAsync(1, Samples.Anybody, default))!.Traces);
        await portal.RunNextAsync();
        Assert.Equal(1, (await portal.Get<ReadCorpus>().RunAsync(1, Samples.Anybody, default))!.Traces);
        clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(2, (await portal.Get<ReadCorpus>().RunAsync(1, Samples.Anybody, default))!.Traces);
    }

    [Theory]
    [InlineData(0, 0, "none")]
    [InlineData(0, 5, "0%")]
    [InlineData(5, 5, "100%")]
    [InlineData(9999, 10000, "over 99.9%")]
    [InlineData(1, 10000, "under 0.1%")]
    [InlineData(1, 3, "33.3%")]
    public void Percent_IsNeverRoundedToAllOrNothing(int part, int whole, string words) =>
        Assert.Equal(words, ShareText.Percent(new Share(part, whole)));

    private static async Task<CorpusReport> ReportAsync(TestPortal portal, int jobs)
    {
        await portal.LaunchBatchAsync(jobs);
        for (var i = 0; i < jobs; i++) await portal.RunNextAsync();
        return (await portal.Get<ReadCorpus>().RunAsync(1, Samples.Anybody, default))!;
    }
}
