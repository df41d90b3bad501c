using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Comments;
using VcrPortal.Web.Features.Votes;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Votes;

public class VoteTests
{
    private static readonly Caller s_ana = new("ana", PortalRole.Contributor);

    [Fact]
    public async Task Vote_FiftyTimesAtOnce_CountsOnce()
    {
        await using var portal = await WithATraceAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => portal.Get<CastVote>().RunAsync(1, 1, Opinion.Up, s_ana, default))));
        Assert.All(outcomes, o => Assert.Equal(VoteOutcome.Cast, o));
        var said = await portal.Get<ReadDiscussion>().RunAsync(1, s_ana, default);
        Assert.Equal((1, 0, Opinion.Up), (said.Up, said.Down, said.Mine));
    }

    [Fact]
    public async Task Vote_ChangedAndWithdrawn_IsTheLast()
    {
        await using var portal = await WithATraceAsync();
        await portal.Get<CastVote>().RunAsync(1, 1, Opinion.Up, s_ana, default);
        await portal.Get<CastVote>().RunAsync(1, 1, Opinion.Down, s_ana, default);
        await portal.Get<CastVote>().RunAsync(1, 1, Opinion.Up, s_ana with { Key = "bob" }, default);
        var said = await portal.Get<ReadDiscussion>().RunAsync(1, s_ana, default);
        Assert.Equal((1, 1, Opinion.Down), (said.Up, said.Down, said.Mine));

        for (var i = 0; i < 2; i++) await portal.Get<CastVote>().RunAsync(1, 1, Opinion.None, s_ana, default);
        said = await portal.Get<ReadDiscussion>().RunAsync(1, s_ana, default);
        Assert.Equal((1, 0, Opinion.None), (said.Up, said.Down, said.Mine));
    }

    [Fact]
    public async Task Vote_OnATraceThatIsNot_IsRefused()
    {
        await using var portal = await WithATraceAsync();
        Assert.Equal(VoteOutcome.NoSuchTrace, await portal.Get<CastVote>().RunAsync(404, 1, Opinion.Up, s_ana, default));
    }

    private static async Task<TestPortal> WithATraceAsync()
    {
        var portal = await TestPortal.StartAsync();
        await portal.LaunchAsync();
        await portal.RunNextAsync();
        return portal;
    }
}
