using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Live;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Live;

/// <summary>Two members of one cluster, over real sockets on loopback.</summary>
public class ShareBellsTests
{
    private const int Trace = 7;

    [Fact]
    public async Task ABellThatRingsOnOneMember_IsHeardOnTheOther_AndNotTwiceAtHome()
    {
        await using var cluster = await TwoMembers.StartAsync(
            services => services.AddSharedBell<DiscussionBell>("discussion").AddHostedService<ShareBells>());
        var (one, other) = (cluster.One, cluster.Other);
        var here = one.GetRequiredService<DiscussionBell>();
        using var far = other.GetRequiredService<DiscussionBell>().Register(Trace);
        var toldFurther = 0;
        other.GetRequiredService<DiscussionBell>().CarryWith(_ => toldFurther++);

        // It may ring before the other has subscribed, which is a lost ring; so it rings until one is heard.
        var heard = far.WaitAsync(Timeout.InfiniteTimeSpan, default);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do here.Ring(Trace);
        while (!heard.IsCompleted && await again.WaitForNextTickAsync());
        await heard;
        Assert.Equal(0, toldFurther);
    }
}
