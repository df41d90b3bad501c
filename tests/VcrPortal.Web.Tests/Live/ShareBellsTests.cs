using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
        var primary = ClosedPort.Find();
        await using var one = await StartAsync(primary, primary);
        await using var other = await StartAsync(ClosedPort.Find(), primary);
        var here = one.Services.GetRequiredService<DiscussionBell>();
        using var far = other.Services.GetRequiredService<DiscussionBell>().Register(Trace);
        var toldFurther = 0;
        other.Services.GetRequiredService<DiscussionBell>().CarryWith(_ => toldFurther++);

        // It may ring before the other has subscribed, which is a lost ring; so it rings until one is heard.
        var heard = far.WaitAsync(Timeout.InfiniteTimeSpan, default);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do here.Ring(Trace);
        while (!heard.IsCompleted && await again.WaitForNextTickAsync());
        await heard;
        Assert.Equal(0, toldFurther);
        await one.StopAsync();
        await other.StopAsync();
    }

    private static async Task<WebApplication> StartAsync(int port, int primary)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.UseOrleans(silo => silo.UseLocalhostClustering(port, gatewayPort: 0, new IPEndPoint(IPAddress.Loopback, primary)));
        builder.Services.AddSingleton(TimeProvider.System).AddSharedBell<DiscussionBell>("discussion").AddHostedService<ShareBells>();
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}
