using System.Reflection;
using System.Text.Json.Serialization;
using VcrPortal.Generation.Agents;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Diagnostics;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Watch;

public class JobEventTextTests
{
    private static readonly DateTime Moment = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly JobEventBody[] All =
    [
        new JobEventBody.Queued(), new JobEventBody.Started(2), new JobEventBody.Requeued("restart"), new JobEventBody.CancelRequested(),
            new JobEventBody.AudienceChanged(),
        new JobEventBody.Completed(7), new JobEventBody.Failed("no", 8), new JobEventBody.Cancelled("stop"),
            new JobEventBody.Interrupted("crash"),
        .. Samples.Run.Select(e => new JobEventBody.Generated(e)),
        new JobEventBody.Generated(new GenerationEvent.StageProgressed(Stage.Verify, "DTI")),
        new JobEventBody.Generated(new GenerationEvent.StageFailed(Stage.Verify, "no data")),
        new JobEventBody.Generated(new GenerationEvent.StageSkipped(Stage.Report, "given")),
        new JobEventBody.Generated(new GenerationEvent.SourceFailed("PubMed", "timeout")),
        new JobEventBody.Generated(new GenerationEvent.AnswerDelta("<think>\u2028\0")),
        new JobEventBody.Generated(
            new GenerationEvent.DiagnosticRaised(
            new Diagnostic("VCR101", Severity.Warning, "odd", 3, 4, 5, "this", new NodeId("n1"), new NodeId("n2")))),
        new JobEventBody.Generated(new GenerationEvent.UsageMeasured(Stage.Report, 1.25)),
        new JobEventBody.Generated(new GenerationEvent.ExplanationRestarted(1, "cut")),
        .. Samples.Refined.Select(e => new JobEventBody.Generated(e)),
        .. News.Select(n => new JobEventBody.Generated(new GenerationEvent.AgentTold(n))),
    ];

    private static AgentNews[] News =>
    [
        new AgentNews.PromptUsed("report", 1, "0123456789ab"), new AgentNews.ModelAsked("m", 1), new AgentNews.AskedAgain("busy"),
        new AgentNews.ToolCalled(1, "starter_pack", "MAPK1\u2028", "Starter pack"), new AgentNews.ToolAnswered(1, 2, [1, 4], 12.5),
        new AgentNews.ToolFailed(2, "gone", 3), new AgentNews.TokensUsed("m", 100, 10, 0.02m, "EUR"),
        new AgentNews.CitationDoubted("A [1].", "no"),
        new AgentNews.Suggested("change", "n1", Samples.Actions[1], "because"), new AgentNews.Warned("w"),
        new AgentNews.CritiqueRead(1, ["Line 2 is odd."], "withdraw n1\nodd"),
    ];

    [Fact]
    public void EveryKindOfNews_StandsInTheRoundTrip() => Assert.Equal(
        typeof(AgentNews).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).ToHashSet(),
        News.Select(n => n.GetType()).ToHashSet());

    [Fact]
    public void ARow_GivesTheEventBack()
    {
        foreach (var body in All)
        {
            var back = JobEventText.FromRow(JobEventText.ToRow(1, new JobEvent(4, Moment, body)));
            Assert.Equal((4, Moment), (back.Sequence, back.At));
            Assert.Equal(body.GetType(), back.Body.GetType());
            Assert.Equal(JobEventText.PayloadOf(body), JobEventText.PayloadOf(back.Body));
        }
    }

    [Fact]
    public void EveryKindOfEvent_StandsInTheRoundTrip()
    {
        var kinds = new[] { typeof(GenerationEvent), typeof(JobEventBody) }.SelectMany(
            t => t.GetCustomAttributes<JsonDerivedTypeAttribute>()).Select(a => a.TypeDiscriminator);
        Assert.Empty(kinds.Except(All.Select(JobEventText.KindOf)));
    }

    [Fact]
    public void AKindOfALaterVersion_KeepsItsPlace()
    {
        var row = new JobEventRow
        {
            JobNumber = 1,
            Sequence = 9,
            At = Moment,
            Kind = "molecule-drawn",
            Payload = """{"kind":"molecule-drawn","smiles":"CCO"}"""
        };
        Assert.Equal(new JobEvent(9, Moment, new JobEventBody.Unknown("molecule-drawn")), JobEventText.FromRow(row));
    }

    [Fact]
    public void AKnownKindOfAnotherShape_IsAsGoodAsUnknown()
    {
        var row = new JobEventRow
        {
            JobNumber = 1,
            Sequence = 9,
            At = Moment,
            Kind = "stage-started",
            Payload = """{"kind":"stage-started","stage":"dreaming"}"""
        };
        Assert.IsType<JobEventBody.Unknown>(JobEventText.FromRow(row).Body);
    }
}
