using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Batches.Launch;

/// <summary>The steps from records to a batch, as forms without a script send them.</summary>
public class UploadRecordsTests
{
    private const string Table = "compound,cell line,dose\nMEK162,a-549,5 uM\nqqqqqqqq,C32,\n,C32,\nbinimetinib,C32,much\n";

    [Fact]
    public async Task Table_IsLookedAtRowByRow_WithWhatItsNamesMean_AndWhatIsWrongWithWhichLine()
    {
        await using var portal = new WebPortal();
        var page = await StepAsync(portal, "check");
        Assert.Contains("<b>2</b> of 4 records can be launched.", page);
        Assert.Contains("Binimetinib", page); // MEK162
        Assert.Contains("A549 (", page);
        Assert.Contains("BRAF V600E", page);
        Assert.Contains("We do not know “qqqqqqqq”.", page);
        Assert.Contains("Line 4: it names neither a compound nor a gene.", page);
        Assert.Contains("Line 5: its dose cannot be read.", page);
        Assert.Contains("Dose, time", page);
        Assert.Contains("Next: 2 jobs", page);
        await NothingIsLaunchedAsync(portal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("confirm")]
    [InlineData("edit")]
    public async Task WhatWasPasted_GoesAlong_ToEveryStepAndBack(string intent)
    {
        await using var portal = new WebPortal();
        Assert.Contains($">{Table}</textarea>", await StepAsync(portal, intent));
        await NothingIsLaunchedAsync(portal);
    }

    [Fact]
    public async Task Start_SaysHowManyJobs_AndLaunchesTheseAndNoOthers()
    {
        await using var portal = new WebPortal();
        var page = await StepAsync(portal, "confirm");
        Assert.Contains("Start 2 jobs?", page);
        Assert.Contains("2 of the 4 records cannot be launched and are left out", page);
        Assert.Contains("it would start 2 jobs. Nothing was launched yet.", await StepAsync(portal, "launch", ("Seen", "3")));
        await NothingIsLaunchedAsync(portal);
        using var answer = await SendAsync(portal, "launch", Table, ("Seen", "2"), ("Title", "Two <b>of</b> four"));
        Assert.Equal("/batches/1", answer.Headers.Location?.AbsolutePath);
        await using var db = portal.Db();
        Assert.Equal(("Two <b>of</b> four", 2), ((await db.Batches.SingleAsync()).Title, await db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task OneRecord_IsLaunchedFromWhereItIsLookedAt()
    {
        await using var portal = new WebPortal();
        const string one = """{"context": {"cell type": "C32"}, "perturbations": [{"name": "binimetinib"}]}""";
        Assert.Contains("Launch 1 job<", await (await SendAsync(portal, "check", one)).Content.ReadAsStringAsync());
        using var answer = await SendAsync(portal, "launch", one, ("Seen", "1"));
        Assert.Equal("/jobs/1", answer.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task NothingThatCanBeLaunched_StaysAtTheRecords_WithWhatIsWrong()
    {
        await using var portal = new WebPortal();
        var page = await (await SendAsync(portal, "launch", "compound,cell line\n,C32\n", ("Seen", "1"))).Content.ReadAsStringAsync();
        Assert.Contains("<b>0</b> of 1 records can be launched.", page);
        Assert.Contains("Look at them</button>", page);
        Assert.Contains("The file is empty.", await (await SendAsync(portal, "check", " ")).Content.ReadAsStringAsync());
        await NothingIsLaunchedAsync(portal);
    }

    [Fact]
    public async Task LargeFile_IsChosenOnce_AndGoesAlongToItsJobs()
    {
        await using var portal = new WebPortal();
        var table = "compound,cell line,note\n" + string.Concat(
            Enumerable.Range(0, 40).Select(i => $"binimetinib,C32,{new string('x', 30_000)}{i}\n")); // over a million characters
        var page = await SendFileAsync(portal.Visitor(), "large.csv", table);
        Assert.Contains("<b>40</b> of 40 records can be launched.", page);
        Assert.Contains("Next: 40 jobs", page);
        var packed = Regex.Match(page, "name=\"Packed\" value=\"([^\"]+)\"").Groups[1].Value;
        var sent = new (string, string)[] { ("Packed", WebUtility.HtmlDecode(packed)), ("FileName", "large.csv") };
        var back = await (await SendAsync(portal, "edit", "", sent)).Content.ReadAsStringAsync();
        Assert.Contains("large.csv</b> is kept.", back);
        Assert.Contains(packed, back);
        Assert.Contains("Start 40 jobs?", await (await SendAsync(portal, "confirm", "", sent)).Content.ReadAsStringAsync());
        using var answer = await SendAsync(portal, "launch", "", [.. sent, ("Seen", "40")]);
        Assert.Equal("/batches/1", answer.Headers.Location?.AbsolutePath);
        await using var db = portal.Db();
        Assert.Equal(("large.csv", 40), ((await db.Batches.SingleAsync()).Title, await db.Jobs.CountAsync()));
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("QUJD")]
    public async Task KeptFileThatIsNotWhole_IsAskedForOnceMore(string packed)
    {
        await using var portal = new WebPortal();
        var page = await (await SendAsync(portal, "launch", "", ("Packed", packed), ("Seen", "1"))).Content.ReadAsStringAsync();
        Assert.Contains("The file did not come along whole.", page);
        Assert.DoesNotContain(packed, page);
        await NothingIsLaunchedAsync(portal);
    }

    [Fact]
    public async Task PastedRecords_TakeThePlaceOfAKeptFile()
    {
        await using var portal = new WebPortal();
        Assert.Contains("Next: 2 jobs", await StepAsync(portal, "check", ("Packed", "QUJD")));
    }

    private static async Task<string> StepAsync(WebPortal portal, string intent, params (string, string)[] more) =>
        WebUtility.HtmlDecode(await (await SendAsync(portal, intent, Table, more)).Content.ReadAsStringAsync());

    private static Task<HttpResponseMessage> SendAsync(WebPortal portal, string intent, string text, params (string, string)[] more) =>
        WebPortal.PostAsync(portal.Visitor(), PortalUrls.LaunchJson, "upload", [("Json", text), ("Intent", intent), .. more]);

    private static async Task<string> SendFileAsync(HttpClient visitor, string name, string text)
    {
        var token = Regex.Match(
            await visitor.GetStringAsync(PortalUrls.LaunchJson), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" }, { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("check"), "Intent" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "File", name },
        };
        using var answer = await visitor.PostAsync(PortalUrls.LaunchJson, form);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task NothingIsLaunchedAsync(WebPortal portal)
    {
        await using var db = portal.Db();
        Assert.False(await db.Batches.AnyAsync() || await db.Jobs.AnyAsync());
    }
}
