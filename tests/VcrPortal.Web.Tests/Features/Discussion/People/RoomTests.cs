using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Web.Features.Discussion.People;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Discussion.People;

public class RoomTests
{
    private static readonly Guid One = new("11111111-1111-1111-1111-111111111111"), Other = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guest Ana = new("ana", "n1"), Bo = new("bo", null);

    [Fact]
    public async Task Room_TellsEachMemberWhoIsAtTheOthers_AsTheyLastTold()
    {
        var room = new RoomGrain(new ManualClock());
        Assert.Empty(await room.ExchangeAsync(One, [Ana]));
        Assert.Equal([Ana], await room.ExchangeAsync(Other, [Bo]));
        Assert.Equal([Bo], await room.ExchangeAsync(One, []));
        Assert.Empty(await room.ExchangeAsync(Other, [Bo]));
    }

    [Fact]
    public async Task Room_OfAMemberThatIsSilent_ForgetsItsPeople()
    {
        var clock = new ManualClock();
        var room = new RoomGrain(clock);
        await room.ExchangeAsync(One, [Ana]);
        clock.Advance(RoomGrain.Forgotten + TimeSpan.FromSeconds(1));
        Assert.Empty(await room.ExchangeAsync(Other, [Bo]));
    }

    [Fact]
    public async Task People_AtTwoMembersOfACluster_HearOfEachOther()
    {
        await using var cluster = await TwoMembers.StartAsync(_ => { });
        var (one, other) = (Elsewhere(cluster.One), Elsewhere(cluster.Other));
        Assert.Empty(await one.ExchangeAsync(7, [Ana]));
        Assert.Equal<Guest>([Ana], await other.ExchangeAsync(7, [Bo]));
        Assert.Equal<Guest>([Bo], await one.ExchangeAsync(7, [Ana]));
        Assert.Empty(await one.ExchangeAsync(8, [Ana]));
    }

    [Fact]
    public async Task People_WithoutACluster_AreNowhereElse()
    {
        var alone = new PeopleElsewhere(
            new ClusterOptions(), new ServiceCollection().BuildServiceProvider(), NullLogger<PeopleElsewhere>.Instance);
        Assert.Empty(await alone.ExchangeAsync(7, [Ana]));
    }

    private static PeopleElsewhere Elsewhere(IServiceProvider member) =>
        new(new ClusterOptions { Redis = "localhost:6379" }, member, NullLogger<PeopleElsewhere>.Instance);
}
