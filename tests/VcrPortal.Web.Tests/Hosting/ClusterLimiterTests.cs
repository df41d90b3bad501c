using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Hosting;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

public class ClusterLimiterTests
{
    [Fact]
    public async Task Forms_SentToTwoPortals_CountTogether()
    {
        await using var cluster = await TwoMembers.StartAsync(_ => { });
        using var one = Limiter(cluster.One, "account 192.0.2.7");
        using var other = Limiter(cluster.Other, "account 192.0.2.7");
        using var another = Limiter(cluster.Other, "account 192.0.2.8");

        Assert.True(await MaySendAsync(one));
        Assert.True(await MaySendAsync(other));
        Assert.True(await MaySendAsync(one));
        Assert.False(await MaySendAsync(one));
        Assert.False(await MaySendAsync(other));
        Assert.True(await MaySendAsync(another));
    }

    [Fact]
    public async Task Forms_WhileTheClusterDoesNotAnswer_AreCountedByEachPortalForItself()
    {
        using var limiter = new ClusterLimiter(() => new Silent(), 2);
        Assert.True(await MaySendAsync(limiter));
        Assert.True(await MaySendAsync(limiter));
        Assert.False(await MaySendAsync(limiter));
    }

    private static ClusterLimiter Limiter(IServiceProvider member, string sender) =>
        new(() => member.GetRequiredService<IGrainFactory>().GetGrain<ISenderGrain>(sender), 3);

    private static async Task<bool> MaySendAsync(RateLimiter limiter)
    {
        using var lease = await limiter.AcquireAsync();
        return lease.IsAcquired;
    }

    private sealed class Silent : ISenderGrain
    {
        public Task<bool> MaySendAsync(int most) => throw new TimeoutException();
    }
}
