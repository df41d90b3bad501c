using VcrPortal.Reasoning.Metrics;
using VcrPortal.Web.Features.Review.Record;
using VcrPortal.Web.Tests.Support;
using static VcrPortal.Web.Tests.Features.Review.ReviewWorld;

namespace VcrPortal.Web.Tests.Features.Review;

public class OwnRecordTests
{
    [Fact]
    public async Task Record_CountsWhatOthersSaidOfTheSameClaims_OnceAllHaveJudged()
    {
        await using var portal = await QueuedAsync();
        await JudgeAsync(portal, Rea, OneIsWrong);
        Assert.Equal(new OwnRecord(new Share(), new Share()), await portal.Get<ReadOwnRecord>().RunAsync(Rea, default));
        await JudgeAsync(portal, Ron, AllHold);
        var rea = (await portal.Get<ReadOwnRecord>().RunAsync(Rea, default))!;
        var ron = (await portal.Get<ReadOwnRecord>().RunAsync(Ron, default))!;
        Assert.Equal((new Share(3, 4), new Share(3, 4)), (rea.Others, ron.Others));
        Assert.True(rea.Checks.Whole > 0);
        Assert.Equal(rea.Checks.Whole, ron.Checks.Whole);
        Assert.Equal(new OwnRecord(new Share(), new Share()), await portal.Get<ReadOwnRecord>().RunAsync(Rio, default));
        Assert.Null(await portal.Get<ReadOwnRecord>().RunAsync(Samples.Ana, default));
    }
}
