using VcrPortal.Web.Features.Jobs;

namespace VcrPortal.Web.Tests.Features.Jobs;

public class JobTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Claim_WhenQueued_IsTheNextAttempt() =>
        Assert.Equal(new ClaimDecision.Take(3), new Job(JobState.Queued, 2, null).Claim(Now, attempts: 3));

    [Fact]
    public void Claim_WhileItsWorkerIsAlive_IsLeft() =>
        Assert.Equal(new ClaimDecision.Leave(), new Job(JobState.Running, 1, Now.AddTicks(1)).Claim(Now, attempts: 3));

    [Fact]
    public void Claim_WhenTheLeaseHasExpired_IsTheNextAttempt() =>
        Assert.Equal(new ClaimDecision.Take(2), new Job(JobState.Running, 1, Now).Claim(Now, attempts: 3));

    [Fact]
    public void Claim_AfterTheLastAttemptCrashed_GivesUpWithAReason() =>
        Assert.Contains(
            "3 times", Assert.IsType<ClaimDecision.GiveUp>(new Job(JobState.Running, 3, Now).Claim(Now, attempts: 3)).Reason);

    [Theory]
    [InlineData(JobState.Completed)]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Cancelled)]
    [InlineData(JobState.Interrupted)]
    public void Claim_WhenOver_IsLeft(JobState state) =>
        Assert.Equal(new ClaimDecision.Leave(), new Job(state, 1, null).Claim(Now, attempts: 3));

    [Theory]
    [InlineData(JobState.Queued, StopDecision.EndNow)]
    [InlineData(JobState.Running, StopDecision.AskWorker)]
    [InlineData(JobState.Completed, StopDecision.Nothing)]
    [InlineData(JobState.Interrupted, StopDecision.Nothing)]
    public void Stop_DependsOnWhoHasIt(JobState state, StopDecision expected) => Assert.Equal(expected, new Job(state, 1, null).Stop());
}
