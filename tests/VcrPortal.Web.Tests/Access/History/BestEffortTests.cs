using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Access.History;

/// <summary>A full disk stops writing; it keeps nobody from coming in, or from carrying away what they may read.</summary>
public class BestEffortTests
{
    [Fact]
    public async Task SigningInAndExporting_OnAFullDisk_GoOn()
    {
        var disk = new FullDisk();
        await using var portal = new WebPortal { Interceptor = disk };
        var (client, caller) = await portal.PersonAsync("ana");
        await portal.PublishAsync(caller);
        disk.RefusesInsertsInto = "\"History\"";

        var again = portal.Visitor();
        using var signedIn = await WebPortal.PostAsync(
            again, PortalUrls.SignIn, "sign-in", ("Name", "ana"), ("Password", WebPortal.Password));
        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(PortalUrls.Account)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/t/VCT1.json")).StatusCode);

        disk.RefusesInsertsInto = null;
        await using var db = portal.Db();
        var before = await db.History.CountAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/t/VCT1.json")).StatusCode);
        Assert.Equal(before + 1, await db.History.CountAsync());
    }
}
