using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Batches.Launch;

/// <summary>The steps from a choice of pairs to their jobs, as forms without a script send them.</summary>
public class LaunchPairsTests
{
    private const string Suggested = "Binimetinib, Vemurafenib × C32";

    [Fact]
    public async Task Choice_IsLookedAtPairByPair_BeforeAnythingStarts()
    {
        await using var portal = new WebPortal();
        var page = await StepAsync(portal, "check");
        Assert.Contains($"<b>2 jobs</b>: {Suggested}.", page);
        Assert.Contains("BRAF V600E", page); // of C32, in the row of a pair
        Assert.DoesNotContain("Dose, time", page); // pairs have neither
        Assert.Contains("Next: 2 jobs", page);
        Assert.DoesNotContain("Launch 2 jobs", page);
        await NothingIsLaunchedAsync(portal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("confirm")]
    [InlineData("edit")]
    public async Task WhatWasChosen_GoesAlong_ToEveryStepAndBack(string intent)
    {
        await using var portal = new WebPortal();
        var page = await StepAsync(portal, intent, ("Title", "Both of them"));
        Assert.Contains(">Binimetinib; Vemurafenib</textarea>", page);
        Assert.Contains(">C32</textarea>", page);
        Assert.Contains("value=\"Both of them\"", page);
        await NothingIsLaunchedAsync(portal);
    }

    [Fact]
    public async Task Start_SaysHowManyJobs_AndLaunchesTheseAndNoOthers()
    {
        await using var portal = new WebPortal();
        var page = await StepAsync(portal, "confirm");
        Assert.Contains("Start 2 jobs?", page);
        Assert.Contains($"value=\"{Suggested}\"", page);
        Assert.Contains("it would start 2 jobs. Nothing was launched yet.", await StepAsync(portal, "launch", ("Seen", "1")));
        Assert.Contains("Start 2 jobs?", await StepAsync(portal, "launch"));
        await NothingIsLaunchedAsync(portal);
        using var answer = await SendAsync(portal, "launch", ("Seen", "2"));
        Assert.Equal("/batches/1", answer.Headers.Location?.AbsolutePath);
        await using var db = portal.Db();
        Assert.Equal((Suggested, 2), ((await db.Batches.SingleAsync()).Title, await db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task SuggestedTitle_IsNotKept_WhenOtherPairsAreChosen()
    {
        await using var portal = new WebPortal();
        var back = await StepAsync(portal, "edit", ("Title", Suggested));
        Assert.DoesNotContain($"value=\"{Suggested}\"", back);
    }

    private static async Task<string> StepAsync(WebPortal portal, string intent, params (string, string)[] more) =>
        WebUtility.HtmlDecode(await (await SendAsync(portal, intent, more)).Content.ReadAsStringAsync());

    private static Task<HttpResponseMessage> SendAsync(WebPortal portal, string intent, params (string, string)[] more) =>
        WebPortal.PostAsync(portal.Visitor(), PortalUrls.LaunchPairs, "pairs",
            [("Compounds", "Binimetinib; Vemurafenib"), ("Lines", "C32"), ("Intent", intent), .. more]);

    private static async Task NothingIsLaunchedAsync(WebPortal portal)
    {
        await using var db = portal.Db();
        Assert.False(await db.Batches.AnyAsync() || await db.Jobs.AnyAsync());
    }
}
