using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Pages.Reading;

public class BoardPageTests
{
    [Fact]
    public async Task Board_IsForWhoeverIsSignedIn_AndLeadsBackToItsTrace()
    {
        await using var portal = new WebPortal();
        var (ana, key) = await portal.PersonAsync("ana");
        await portal.PublishAsync(key);
        var page = await ana.GetStringAsync("/t/VCT1/board");
        Assert.Contains(", on a board</h1>", page);
        Assert.Contains("href=\"/t/VCT1\">Back to the trace</a>", page);
        Assert.Contains("href=\"/t/VCT1/board\">Open as a board</a>", await ana.GetStringAsync("/t/VCT1"));
        var stranger = await portal.Visitor().GetStringAsync("/t/VCT1/board");
        Assert.Contains("A board is for whoever is signed in.", stranger);
        Assert.DoesNotContain("<!--Blazor:", stranger);
        Assert.DoesNotContain("/board", await portal.Visitor().GetStringAsync("/t/VCT1"));
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/t/VCT404/board")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/t/VCT1@9/board")).StatusCode);
    }

    [Fact]
    public async Task Board_OfSomebodyElsesPrivateTrace_IsNotThere()
    {
        await using var portal = new WebPortal();
        var (_, owner) = await portal.PersonAsync("ana");
        await portal.PublishAsync(owner);
        await using (var db = portal.Db()) await db.Traces.ExecuteUpdateAsync(s => s.SetProperty(t => t.IsPrivate, true));
        var (bob, _) = await portal.PersonAsync("bob");
        Assert.Equal(HttpStatusCode.NotFound, (await bob.GetAsync("/t/VCT1/board")).StatusCode);
    }
}
