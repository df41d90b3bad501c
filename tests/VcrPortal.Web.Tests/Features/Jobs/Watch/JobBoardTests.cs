using Bunit;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Graph;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Ui;

namespace VcrPortal.Web.Tests.Features.Jobs.Watch;

public class JobBoardTests : BunitContext
{
    private static readonly DateTime Start = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    private static readonly JobProgress Running = JobProgress.Empty with
    {
        State = JobState.Running,
        StartedAt = Start,
        LastEventAt = Start.AddSeconds(2),
        Report = "It binds [1]." + SampleGraph.Hostile,
        Graph = SampleGraph.Graph,
        Stages = [
            new(Stage.Retrieve, StageState.Finished, Start, Start.AddSeconds(1), "2 sources"),
            new(Stage.Report, StageState.Running, Start.AddSeconds(1), null, null),
            new(Stage.Explain, StageState.Planned, null, null, null)],
        Sources = [new("Starter pack", 12, null), new("Wikipedia", null, "No answer in 10 s")],
        Log = [new(1, Start, "stage-started", SampleGraph.Hostile, false), new(2, Start, "source-failed", "second", true)],
    };

    [Fact]
    public void Board_MidStream_ShowsEveryPlannedStageWithItsStateInWords()
    {
        var stages = Board(Running).FindAll(".stages > li").Select(li => li.QuerySelector(".stage-name")!.TextContent.Trim());
        Assert.Equal(["Gather evidence, done1 s", "Write the report, running1 s", "Build the graph, plannedplanned"], stages);
    }

    [Fact]
    public void Board_SourceThatFailed_SaysWhyAndTheOthersStay()
    {
        var sources = Board(Running).Find(".sources").TextContent;
        Assert.Contains("Starter pack", sources);
        Assert.Contains("No answer in 10 s", sources);
    }

    [Fact]
    public void Board_HostileText_IsText()
    {
        var board = Board(Running);
        Assert.Empty(board.FindAll("script, img"));
        Assert.Contains("onerror", board.Find(".prose").TextContent);
    }

    [Fact]
    public void Log_Newest_StandsFirst() => Assert.Contains("second", Board(Running).Find(".log li").TextContent);

    [Fact]
    public void Board_OfACompletedJob_LeadsToTheTrace() =>
        Assert.Equal(
            "/t/VCT12",
            Board(Running with { State = JobState.Completed, FinishedAt = Start.AddSeconds(3), TraceNumber = 12 }).Find(".outcome a")
            .GetAttribute("href"));

    [Fact]
    public void Board_OfAFailedJob_SaysWhy() =>
        Assert.Contains(
            "The disk is full.",
            Board(Running with { State = JobState.Failed, EndReason = "The disk is full." }).Find(".outcome").TextContent);

    [Fact]
    public void Board_ToolCall_IsCalledByTheNameOfItsSource_AndItsCodeNameIsSmall()
    {
        var called = new ToolProgress(Stage.Report, 1, "starter_pack", "Starter pack", "MAPK1", Start, 2, [], 12, null);
        var board = Board(Running with { Tools = [called, called with { Call = 2, Tool = "rm_rf", Title = null }] });
        Assert.Equal(["Starter pack", "No such source"], board.FindAll(".tools summary b").Select(b => b.TextContent));
        Assert.DoesNotContain("_", string.Concat(board.FindAll(".tools summary").Select(s => s.TextContent)), StringComparison.Ordinal);
        Assert.Equal(["starter_pack", "rm_rf"], board.FindAll(".tools details code").Select(c => c.TextContent));
    }

    [Fact]
    public void Board_CritiqueInAnotherForm_SaysWhyAndKeepsIt()
    {
        var board = Board(Running with { Critique = new(0, ["Line 1 is odd."], "Hm. " + SampleGraph.Hostile) });
        var note = board.Find("[data-testid=unread-critique]");
        Assert.Contains("The criticism could not be used.", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("Line 1 is odd.", note.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Hm. ", note.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(board.FindAll("script, img"));
    }

    [Fact]
    public void Board_Cost_NamesItsCurrency_AndWithoutAPriceThereIsNone()
    {
        Assert.Contains("10 tokens in, 1 out, cost 0.02 EUR",
            Board(Running with { Usage = new(10, 1, 0.02m, "EUR") }).Find("[data-testid=tokens]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("cost",
            Board(Running with { Usage = new(10, 1, null) }).Find("[data-testid=tokens]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void GrowingGraph_NewClaim_LeavesPlacedOnesWhereTheyAre()
    {
        var lines = SampleGraph.Text.Split('\n').Where(l => l.Length > 0).ToArray();
        var first = GrowingGraph.Next(null, Running with { Graph = Read(lines[..4]) })!;
        var next = GrowingGraph.Next(first, Running with { Graph = Read(lines) })!;
        foreach (var placed in first.Layout.Nodes)
            Assert.Equal((placed.X, placed.Y), next.Layout.Nodes.Where(n => n.Id == placed.Id).Select(n => (n.X, n.Y)).Single());
        Assert.Equal(["n4", "n5"], next.Fresh.Select(id => id.Value).Order());
    }

    [Fact]
    public void GrowingGraph_NothingNew_IsTheSameInstance()
    {
        var first = GrowingGraph.Next(null, Running);
        Assert.Same(first, GrowingGraph.Next(first, Running with { Report = "more" }));
        Assert.NotSame(first, GrowingGraph.Next(first, Running with { Verdicts = [SampleGraph.Verdict("n1", VerdictKind.Supported)] }));
    }

    [Fact]
    public void Announcement_OfABatch_IsOneSentence()
    {
        var before = Running with { Graph = null };
        var after = Running with { Verdicts = [SampleGraph.Verdict("n1", VerdictKind.Supported)] };
        Assert.Equal("5 claims added, 1 verdict.", LiveAnnouncement.Between(before, after));
        Assert.Null(LiveAnnouncement.Between(after, after));
    }

    private static ActionGraph Read(IEnumerable<string> lines) => ExplanationReader.Read(string.Join('\n', lines)).Graph;

    private IRenderedComponent<JobBoard> Board(JobProgress progress) =>
        Render<JobBoard>(
            p => p.Add(b => b.Progress, progress).Add(b => b.Graph, GrowingGraph.Next(null, progress)).Add(b => b.Now, Start.AddSeconds(2))
            .Add(b => b.IsLive, !progress.IsOver));
}
