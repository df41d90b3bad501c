using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Jobs.Watch;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Run;

public class JobJournalTests
{
    private static readonly GenerationEvent[] Pool =
    [
        new GenerationEvent.ReportDelta("a"), new GenerationEvent.ReportDelta("b"), new GenerationEvent.AnswerDelta("x"),
            new GenerationEvent.AnswerDelta("y"),
        new GenerationEvent.StageProgressed(Stage.Report, "on"), new GenerationEvent.EvidenceAdded(Samples.Evidence()),
    ];

    [Fact]
    public void Coalesce_KeepsTextAndOrder() => Prop.ForAll(Gen.Choose(0, Pool.Length - 1).ArrayOf().ToArbitrary(), picks =>
    {
        GenerationEvent[] events = [.. picks.Select(p => Pool[p])];
        var joined = JobJournal.Coalesce(events, isBatch: false);
        return Words(events) == Words(joined)
            && !joined.Zip(joined.Skip(1)).Any(p => p.First is GenerationEvent.ReportDelta && p.Second is GenerationEvent.ReportDelta);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Coalesce_ForABatch_LeavesOutWhatIsWide() =>
        Assert.IsType<GenerationEvent.StageProgressed>(Assert.Single(JobJournal.Coalesce(Pool, isBatch: true)));

    [Fact]
    public async Task Append_NumbersOnFromTheLog()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        var claim = await portal.BeginNextAsync();
        await using (var journal = Journal(portal, claim!))
        {
            foreach (var e in Samples.Run) await journal.AppendAsync(e, default);
            await journal.FlushAsync();
        }
        var log = await portal.LogAsync(number);
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(e => e.Sequence));
        Assert.Equal((await portal.JobAsync(number)).LastSequence, log.Count);
        Assert.Equal("Binimetinib holds MEK down [1].", JobProgress.Empty.Apply(log).Report);
    }

    [Fact]
    public async Task Append_ByAWorkerThatLostItsJob_WritesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.LaunchAsync();
        var stale = await portal.BeginNextAsync();
        var fresh = await portal.TakeOverAsync();
        Assert.Equal(2, fresh!.Attempt);

        await using var journal = Journal(portal, stale!);
        await journal.AppendAsync(new GenerationEvent.ReportDelta("too late"), default);
        await Assert.ThrowsAsync<ClaimLostException>(journal.FlushAsync);
        Assert.DoesNotContain(await portal.LogAsync(number), e => e.Body is JobEventBody.Generated);
        Assert.False(await portal.Get<FinishJob>().RunAsync(stale!, new JobEnd.Failed("x"), null, default));
        Assert.Equal(JobState.Running, (await portal.JobAsync(number)).State);
    }

    [Fact]
    public async Task Append_AfterAFailedWrite_TellsThePipeline()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var journal = Journal(portal, new JobClaim(99, 1, false));
        await journal.AppendAsync(new GenerationEvent.ReportDelta("x"), default);
        await Assert.ThrowsAsync<ClaimLostException>(async () =>
        {
            while (true) await journal.AppendAsync(new GenerationEvent.ReportDelta("y"), default);
        });
    }

    private static JobJournal Journal(TestPortal portal, JobClaim claim) =>
        new(portal.Get<IDbContextFactory<PortalDb>>(), portal.Get<JobFeed>(), portal.Get<TimeProvider>(), claim);

    private static string Words(IEnumerable<GenerationEvent> events) => string.Concat(events.Select(e => e switch
    {
        GenerationEvent.ReportDelta d => d.Text,
        GenerationEvent.AnswerDelta d => d.Text,
        _ => $"[{e.GetType().Name}]",
    }));
}
