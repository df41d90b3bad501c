using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Web.Features.Discussion;
using VcrPortal.Web.Access;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Discussion.Votes;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Jobs.Run;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Data;

/// <summary>Deadlocks and lost connections at the worst moment: what a person did is kept, and counts once.</summary>
public sealed class PassingTroubleTests : IAsyncLifetime
{
    private readonly ServerTrouble _trouble = new();
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync(interceptor: _trouble);

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("UPDATE \"Traces\"")]
    [InlineData("INSERT INTO \"Votes\"")]
    [InlineData("INSERT INTO \"History\"")]
    public async Task Vote_InADeadlock_CountsOnce(string statement)
    {
        var trace = await _portal.SaveTraceAsync(Samples.Text);
        _trouble.Deadlock(statement);
        Assert.IsType<VoteOutcome.Cast>(await VoteAsync(trace));
        await AssertOneVoteAsync();
    }

    [Fact]
    public async Task Vote_WhoseCommitIsNotHeardOf_CountsOnce()
    {
        var trace = await _portal.SaveTraceAsync(Samples.Text);
        _trouble.LoseAnswerOfCommit();
        Assert.IsType<VoteOutcome.Cast>(await VoteAsync(trace));
        await AssertOneVoteAsync();
    }

    [Theory]
    [InlineData("INSERT INTO \"Comments\"")]
    [InlineData("UPDATE \"Numbers\"")]
    [InlineData("DELETE FROM \"Drafts\"")]
    public async Task Comment_InADeadlock_StandsOnce_UnderTheNextNumber(string statement)
    {
        var trace = await _portal.SaveTraceAsync(Samples.Text);
        _trouble.Deadlock(statement);
        Assert.Equal(1, Assert.IsType<CommentOutcome.Added>(await SayAsync(trace)).Number);
        Assert.Equal(1, _trouble.Failed);
        Assert.Equal(2, Assert.IsType<CommentOutcome.Added>(await SayAsync(trace)).Number);
        await using var db = _portal.Db();
        Assert.Equal(2, await db.Comments.CountAsync());
    }

    [Fact]
    public async Task Comment_WhoseCommitIsNotHeardOf_StandsOnce()
    {
        var trace = await _portal.SaveTraceAsync(Samples.Text);
        _trouble.LoseAnswerOfCommit();
        Assert.Equal(1, Assert.IsType<CommentOutcome.Added>(await SayAsync(trace)).Number);
        await using var db = _portal.Db();
        Assert.Equal((1, 1), (await db.Comments.CountAsync(), await db.History.CountAsync(h => h.Operation == "Comment")));
    }

    [Theory]
    [InlineData("UPDATE \"Jobs\"", 1)]
    [InlineData("UPDATE \"Jobs\"", 2)]
    [InlineData("UPDATE \"Numbers\"", 3)]
    public async Task AJob_InDeadlocks_EndsAsEver_WithEachEventOnce(string statement, int times)
    {
        var job = await _portal.LaunchAsync();
        var claim = Assert.IsType<JobClaim>(await _portal.BeginNextAsync());
        _trouble.Deadlock(statement, times);
        await _portal.Get<JobRunner>().RunAsync(claim, default);
        Assert.Equal(times, _trouble.Failed);
        await AssertRanOnceAsync(job);
    }

    [Fact]
    public async Task TheJournal_WhoseCommitIsNotHeardOf_HoldsEachEventOnce()
    {
        var job = await _portal.LaunchAsync();
        var claim = Assert.IsType<JobClaim>(await _portal.BeginNextAsync());
        _trouble.LoseAnswerOfCommit(); // the journal's first
        await _portal.Get<JobRunner>().RunAsync(claim, default);
        Assert.Equal(1, _trouble.Failed);
        await AssertRanOnceAsync(job);
    }

    [Fact]
    public async Task TheEndOfAJob_WhoseCommitIsNotHeardOf_IsItsEnd()
    {
        var job = await _portal.LaunchAsync();
        var claim = Assert.IsType<JobClaim>(await _portal.BeginNextAsync());
        _trouble.LoseAnswerOfCommit();
        Assert.True(await _portal.Get<FinishJob>().RunAsync(claim, new JobEnd.Failed("why"), null, default));
        Assert.Equal((JobState.Failed, "why"), ((await _portal.JobAsync(job)).State, (await _portal.JobAsync(job)).EndReason));
        Assert.Single(await _portal.LogAsync(job), e => e.Body is JobEventBody.Failed);
    }

    [Fact]
    public async Task ALaunch_InADeadlock_QueuesOneJob()
    {
        _trouble.Deadlock("INSERT INTO \"Jobs\"");
        Assert.Equal(1, await _portal.LaunchAsync());
        await using var db = _portal.Db();
        Assert.Equal((1, 1), (await db.Jobs.CountAsync(), _trouble.Failed));
    }

    [Fact]
    public async Task ALaunch_WhoseCommitIsNotHeardOf_IsNotDoneAgain_AndSaysToLook()
    {
        _trouble.LoseAnswerOfCommit();
        var outcome = await _portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Samples.Anybody, default);
        Assert.Contains("nobody knows", Assert.IsType<LaunchOutcome.NotSaved>(outcome).Reason);
        await using var db = _portal.Db();
        Assert.Equal(1, await db.Jobs.CountAsync());
    }

    [Fact]
    public async Task Reading_OverALostConnection_IsDoneAgain()
    {
        var job = await _portal.LaunchAsync();
        _trouble.Lose("FROM \"Jobs\"");
        Assert.Equal(JobState.Queued, (await _portal.JobAsync(job)).State);
        Assert.Equal(1, _trouble.Failed);
    }

    [Theory]
    [InlineData(1205, 13, PassingTrouble.RolledBack)]
    [InlineData(-2, 11, PassingTrouble.Late)]
    [InlineData(10054, 20, PassingTrouble.Lost)]
    [InlineData(0, 20, PassingTrouble.Lost)]
    [InlineData(40613, 17, PassingTrouble.RolledBack)]
    [InlineData(2627, 14, PassingTrouble.None)]
    [InlineData(18456, 14, PassingTrouble.None)]
    [InlineData(1105, 17, PassingTrouble.None)]
    public void OnlyWhatPasses_IsAskedAgain(int number, byte severity, object kind)
    {
        var error = ServerTrouble.Error(number, severity);
        Assert.Equal((PassingTrouble)kind, PassingTroubles.For(new DbUpdateException("x", error)));
        Assert.Equal(PassingTrouble.None, PassingTroubles.For(new CommitUnknownException(error)));
    }

    private Task<VoteOutcome> VoteAsync(int trace) =>
        _portal.Get<CastVote>().RunAsync(new(trace, 1, Subject.Parse("n:n1")!, Opinion.Up), Samples.Ana, default);

    private Task<CommentOutcome> SayAsync(int trace) =>
        _portal.Get<AddComment>().RunAsync(new(trace, 1, Subject.Trace, "Well said."), Samples.Ana, default);

    private async Task AssertOneVoteAsync()
    {
        Assert.Equal(1, _trouble.Failed);
        await using var db = _portal.Db();
        Assert.Equal((1, 1), (await db.Votes.CountAsync(), await db.History.CountAsync(h => h.Operation == "Vote")));
    }

    private async Task AssertRanOnceAsync(int job)
    {
        Assert.Equal(JobState.Completed, (await _portal.JobAsync(job)).State);
        var log = await _portal.LogAsync(job);
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(e => e.Sequence));
        var said = string.Concat(log.Select(e => e.Body).OfType<JobEventBody.Generated>().Select(g => g.Event)
            .OfType<GenerationEvent.ReportDelta>().Select(d => d.Text));
        Assert.Equal(string.Concat(Samples.Run.OfType<GenerationEvent.ReportDelta>().Select(d => d.Text)), said);
        await using var db = _portal.Db();
        Assert.Equal(1, await db.Traces.CountAsync());
    }
}
