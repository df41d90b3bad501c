using System.Net;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Administration.Nodes;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Hosting;

/// <summary>A database that takes nothing: programs are told, administrators see it, and readers read.</summary>
public class WritableTests
{
    [Fact]
    public async Task AFullDisk_IsToldByHealth_WhileReadingGoesOn()
    {
        var disk = new FullDisk();
        await using var portal = new WebPortal { Interceptor = disk };
        var (admin, _) = await portal.PersonAsync("ada", PortalRole.Admin);
        var heart = portal.Get<Heartbeat>();
        await heart.BeatAsync(default);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/write"));

        disk.RefusesWritesTo = "\"Nodes\"";
        await heart.BeatAsync(default);
        var (status, said) = await AskAsync(portal, "/health/write");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("disk of the database is full", said);
        // Whoever balances loads goes on to send readers here.
        (status, said) = await AskAsync(portal, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("Degraded", said);
        Assert.Equal(HttpStatusCode.OK, (await portal.Visitor().GetAsync("/traces")).StatusCode);
        Assert.Contains("Nothing can be saved.", await admin.GetStringAsync("/admin/health"));

        disk.RefusesWritesTo = null;
        await heart.BeatAsync(default);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(portal, "/health/ready"));
    }

    [Fact]
    public async Task EachProcess_SaysThatItLives_AndGoesWithItsStop_OrAWhileAfterItsEnd()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        await using var other = await TestPortal.StartAsync(clock, beside: portal);
        var (one, two) = (portal.Get<Heartbeat>(), other.Get<Heartbeat>());
        await one.BeatAsync(default);
        await two.BeatAsync(default);
        await using var db = portal.Db();
        Assert.Equal(new[] { one.Name, two.Name }.Order(), db.Nodes.Select(n => n.Name).ToList().Order());
        await two.LeaveAsync();
        Assert.Equal([one.Name], db.Nodes.Select(n => n.Name));

        clock.Advance(Heartbeat.Forgotten + Heartbeat.Every); // killed: it leaves nothing
        await using var third = await TestPortal.StartAsync(clock, beside: portal);
        await third.Get<Heartbeat>().BeatAsync(default);
        Assert.Equal([third.Get<Heartbeat>().Name], db.Nodes.Select(n => n.Name));
        await one.BeatAsync(default); // it was only slow
        Assert.Equal(2, db.Nodes.Count());
    }

    private static async Task<(HttpStatusCode, string)> AskAsync(WebPortal portal, string path)
    {
        using var answer = await portal.Visitor().GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
