using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Tests.Features.Jobs;

public class JobTests
{
    [Fact]
    public void Begin_WhenQueued_IsTheNextAttempt() =>
        Assert.Equal(new BeginDecision.Take(4), new Job(JobState.Queued, 3).Begin(attempts: 3));

    [Fact]
    public void Begin_WhenItsWorkerIsGone_IsTheNextAttempt() =>
        Assert.Equal(new BeginDecision.Take(2), new Job(JobState.Running, 1).Begin(attempts: 3));

    [Fact]
    public void Begin_AfterTheLastAttemptCrashed_GivesUpWithAReason() =>
        Assert.Contains("3 times", Assert.IsType<BeginDecision.GiveUp>(new Job(JobState.Running, 3).Begin(attempts: 3)).Reason);

    [Theory]
    [InlineData(JobState.Completed)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Cancelled)]
    [InlineData(JobState.Interrupted)]
    public void Begin_WhenOver_IsLeft(JobState state) => Assert.Equal(new BeginDecision.Leave(), new Job(state, 1).Begin(attempts: 3));

    [Theory]
    [InlineData(JobState.Queued, StopDecision.EndNow)]
    [InlineData(JobState.Running, StopDecision.AskWorker)]
    [InlineData(JobState.Completed, StopDecision.Nothing)]
    [InlineData(JobState.Interrupted, StopDecision.Nothing)]
    public void Stop_DependsOnWhoHasIt(JobState state, StopDecision expected) => Assert.Equal(expected, new Job(state, 1).Stop());
}
