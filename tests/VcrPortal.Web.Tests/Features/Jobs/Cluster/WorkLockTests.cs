using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Jobs.Cluster;
using VcrPortal.Web.Live.Cluster;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Jobs.Cluster;

public class WorkLockTests
{
    [Fact]
    public async Task OfTwoProcessesThatStandAlone_OneWorks_AndTheOtherOnceItHasEnded()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var other = Lock(portal);
        await using (var one = Lock(portal))
        {
            Assert.True(await one.HoldAsync(default));
            Assert.True(await one.HoldAsync(default));
            Assert.False(await other.HoldAsync(default));
        }
        Assert.True(await other.HoldAsync(default));
    }

    [Fact]
    public async Task MembersOfACluster_WorkTogether_AndLetNobodyIn()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var alone = Lock(portal);
        await using (var one = Lock(portal, redis: "localhost"))
        await using (var two = Lock(portal, redis: "localhost"))
        {
            Assert.True(await one.HoldAsync(default));
            Assert.True(await two.HoldAsync(default));
            Assert.False(await alone.HoldAsync(default));
        }
        Assert.True(await alone.HoldAsync(default));
    }

    private static WorkLock Lock(TestPortal portal, string? redis = null) => new(
        portal.Get<PortalDbFactory>(), portal.Get<IOptions<DatabaseOptions>>(), new ClusterOptions { Redis = redis },
        NullLogger<WorkLock>.Instance);
}
