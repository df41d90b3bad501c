using System.Collections.Immutable;
using VcrPortal.Generation.Knowledge;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Generation.Questions;
using VcrPortal.Generation.Sources;
using VcrPortal.Generation.Verifiers.DrugTargets;
using VcrPortal.Generation.Sources.Local;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Review;

namespace VcrPortal.Generation.Tests.Pipeline;

public class GenerationPipelineTests
{
    private static readonly KnowledgeBase Pack = StarterPack.Load();
    private static readonly PerturbationRecord Question = new([new("C32")], [new(PerturbationKind.Chemical, "Binimetinib")]);

    private sealed class FixedPredictor(double probability) : IAffinityPredictor
    {
        public string Name => "Boltz-2";
        public bool UsesNetwork => true;
        public Task<AffinityAnswer> PredictAsync(AffinityQuestion question, CancellationToken ct) =>
            Task.FromResult<AffinityAnswer>(new PredictedAffinity(probability, null));
    }

    private sealed class Unreachable : IKnowledgeSource
    {
        public string Name => "Far away";
        public Task<ImmutableArray<EvidenceItem>> RetrieveAsync(RetrievalRequest request, CancellationToken ct) =>
            throw new SourceUnavailableException("No answer in 10 s.");
    }

    [Fact]
    public async Task Stages_ArePlannedFirst_ThenStartAndFinishInOrder()
    {
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Question);
        var all = Enum.GetValues<Stage>();
        Assert.Equal(all, trace.Events.Take(all.Length).Cast<GenerationEvent.StagePlanned>().Select(e => e.Stage));
        Assert.Equal(all, trace.Events.OfType<GenerationEvent.StageStarted>().Select(e => e.Stage));
        Assert.Equal(all.Where(s => s != Stage.Refine), trace.Events.OfType<GenerationEvent.StageFinished>().Select(e => e.Stage));
        Assert.Equal(Stage.Refine, Assert.Single(trace.Events.OfType<GenerationEvent.StageSkipped>()).Stage);
    }

    [Fact]
    public async Task SourceThatFails_IsANote_NeverTheEnd()
    {
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack, null, new Unreachable()), Question);
        Assert.Contains(
            trace.Events.OfType<GenerationEvent.SourceFailed>(), e => e is { Source: "Far away", Reason: "No answer in 10 s." });
        Assert.True(trace.Graph.IsValid);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Resumed_AfterAnyStage_EndsInTheSameTrace(int finished)
    {
        var engine = GraphPipeline.Over(Pack);
        var whole = await GeneratedTrace.RunAsync(engine, Question);
        var done = Enum.GetValues<Stage>().Take(finished).ToImmutableArray();
        var state = GenerationState.Empty with
        {
            Finished = done,
            Evidence = finished >= 2 ? whole.Evidence : [],
            Report = finished >= 3 ? whole.Report : "",
            ExplanationText = finished >= 4 ? whole.Text : "",
            Citations = finished >= 4 ? CitationsOf(whole) : ImmutableDictionary<NodeId, ImmutableArray<int>>.Empty,
            Verdicts = finished >= 5 ? whole.Verdicts : [],
        };
        var events = new List<GenerationEvent>();
        await foreach (var e in engine.GenerateAsync(new(Question, true), state, CancellationToken.None)) events.Add(e);

        Assert.Equal(Enum.GetValues<Stage>().Skip(finished), events.OfType<GenerationEvent.StageStarted>().Select(e => e.Stage));
        Assert.Equal(whole.Revisions, events.OfType<GenerationEvent.RevisionWritten>());
        if (finished < 5) Assert.Equal(
            whole.Verdicts.Select(v => (v.Claim, v.Kind, v.SameSource)).ToHashSet(),
            events.OfType<GenerationEvent.VerdictReached>().Select(e => (e.Verdict.Claim, e.Verdict.Kind, e.Verdict.SameSource))
            .ToHashSet());
    }

    private static ImmutableDictionary<NodeId, ImmutableArray<int>> CitationsOf(GeneratedTrace trace)
    {
        var actions = trace.Graph.Actions;
        var cited = trace.Events.OfType<GenerationEvent.ActionAdded>().ToList();
        return cited.Skip(1).Select((e, i) => (actions[i].Id!.Value, e.CitedEvidence)).Append((Claim.ContextId, cited[0].CitedEvidence))
            .ToImmutableDictionary(p => p.Item1, p => p.CitedEvidence);
    }

    [Fact]
    public async Task PredictorThatRefutesABinding_WithdrawsTheTrace_AndItIsKept()
    {
        // No independent source of the evidence pack names its target: against one that does, a prediction does not weigh enough.
        var trace = await GeneratedTrace.RunAsync(
            GraphPipeline.Over(Pack, new FixedPredictor(0.1)), new([new("A549")], [new(PerturbationKind.Chemical, "Bimiralisib")]));
        var only = Assert.Single(trace.Revisions);
        Assert.True(only.Discarded);
        Assert.Contains("Bimiralisib binds PIK3CA", only.Reason);
        Assert.NotEmpty(trace.Graph.Actions);
    }

    [Fact]
    public async Task EvidenceThatTheEngineUsedItself_NeverCounts()
    {
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Question);
        Assert.NotEmpty(trace.Verdicts);
        Assert.DoesNotContain(
            trace.Verdicts, v => v.IsIndependent && v.Rows.All(r => r.Source is FactEvidence.WikiPathways or FactEvidence.Tahoe));
        Assert.Contains(trace.Verdicts, v => v is { Verifier: "DTI", Kind: VerdictKind.Supported, SameSource: true });
    }

    [Fact]
    public async Task RecordThatStatesAnAlteration_IsJudgedByTheTable()
    {
        var stated = new PerturbationRecord(
            [new("A549", Description: "BacMam gain-of-function expression of BRAF V600E", PerturbationType: "gain-of-function")],
            [new(PerturbationKind.Chemical, "Binimetinib")]);
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), stated);
        Assert.Contains(
            trace.Verdicts, v => v is { Verifier: "Genotype", Kind: VerdictKind.Refuted, SameSource: false }
            && v.Claim.Member == "BRAF V600E GoF");
    }

    [Fact]
    public async Task HostileNames_StayText_InReportAndGraph()
    {
        const string hostile = "<script>alert(1)</script> [x](javascript:1) \"); DROP TABLE Jobs;--";
        var trace = await GeneratedTrace.RunAsync(
            GraphPipeline.Over(Pack),
            new PerturbationRecord(
            [new(hostile, DiseaseModel: hostile)],
            [new(PerturbationKind.Chemical, hostile, StatedTargets: ["MEK"], Mechanism: "inhibitor")]));
        Assert.Contains(@"\<script\>", trace.Report);
        Assert.DoesNotContain("<script>", trace.Report);
        Assert.Contains(trace.Actions("binds_to"), a => a.Text("actor") == hostile);
        Assert.Equal(hostile, trace.Graph.Context!.Text("disease"));
    }

    [Fact]
    public async Task StatedTarget_IsFollowed_AndCitesTheRecord()
    {
        var record = new PerturbationRecord(
            [new()], [new(PerturbationKind.Chemical, "An unlisted compound", StatedTargets: ["MEK"], Mechanism: "inhibitor")]);
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), record);
        Assert.Contains(trace.Evidence, e => e is { Source: "Record" });
        Assert.Contains(trace.Graph.Actions, a => a.Primitive is { IsTerminal: true });
    }

    [Fact]
    public async Task GivenReport_IsKeptAsItIs()
    {
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), Question with { Report = "My own report." });
        Assert.Equal("My own report.", trace.Report);
    }

    [Fact]
    public async Task GeneEdit_IsToldAsLossOfFunction()
    {
        var record = new PerturbationRecord([new("A549")], [new(PerturbationKind.Genetic, GeneSymbol: "MAP2K1", GeneEdit: "knockdown")]);
        var trace = await GeneratedTrace.RunAsync(GraphPipeline.Over(Pack), record);
        Assert.Contains(trace.Actions("loss_of_function"), a => a.Text("protein") == "MAP2K1");
        Assert.Contains(trace.Graph.Actions, a => a.Primitive is { IsTerminal: true });
    }
}
