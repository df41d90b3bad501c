using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Jobs.Launch;

public class AskQuestionTests
{
    [Fact]
    public async Task Ask_WithNamesAsPeopleWriteThem_LaunchesUnderTheKnownNames()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        using var answer = await WebPortal.PostAsync(ana, PortalUrls.Launch, "ask", ("Question.Kind", "compound"),
            ("Question.Compound", "binimetinib"), ("Question.CellLine", "C32 melanoma"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await using var db = portal.Db();
        Assert.Equal("Binimetinib in C32", await db.Jobs.Where(j => !j.IsBatch).Select(j => j.Title).SingleAsync());
    }

    [Fact]
    public async Task Ask_AboutAnUnknownName_LaunchesNothing_UntilItIsAskedAnyway()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        (string, string)[] typed = [("Question.Kind", "compound"), ("Question.Compound", "foobarinib"), ("Question.CellLine", "c-32")];
        using var unsure = await WebPortal.PostAsync(ana, PortalUrls.Launch, "ask", typed);
        Assert.Equal(HttpStatusCode.OK, unsure.StatusCode);
        var html = await unsure.Content.ReadAsStringAsync();
        Assert.Contains("We do not know", html);
        Assert.Contains("Ask anyway", html);
        Assert.Contains("value=\"foobarinib\"", html);
        await using var db = portal.Db();
        Assert.False(await db.Jobs.AnyAsync(j => !j.IsBatch));
        using var anyway = await WebPortal.PostAsync(
            ana, PortalUrls.Launch, "ask", [.. typed, ("Question.AcceptsUnknown", "true")]);
        Assert.Equal(HttpStatusCode.SeeOther, anyway.StatusCode);
        Assert.Equal("foobarinib in C32", await db.Jobs.Where(j => !j.IsBatch).Select(j => j.Title).SingleAsync());
    }

    [Fact]
    public async Task ManyPairs_AreLaunchedOnlyByWhoHasSeenTheirNumber()
    {
        await using var portal = new WebPortal();
        var (ana, _) = await portal.PersonAsync("ana");
        using var unseen = await WebPortal.PostAsync(ana, PortalUrls.LaunchPairs, "pairs", ("Intent", "launch"), ("Seen", "0"));
        Assert.Equal(HttpStatusCode.OK, unseen.StatusCode);
        var html = await unseen.Content.ReadAsStringAsync();
        Assert.Contains("Nothing was launched yet", html);
        await using var db = portal.Db();
        Assert.False(await db.Batches.AnyAsync());
        var seen = System.Text.RegularExpressions.Regex.Match(html, "name=\"Seen\" value=\"(\\d+)\"").Groups[1].Value;
        using var launched = await WebPortal.PostAsync(ana, PortalUrls.LaunchPairs, "pairs", ("Intent", "launch"), ("Seen", seen));
        Assert.Equal(HttpStatusCode.SeeOther, launched.StatusCode);
    }
}
