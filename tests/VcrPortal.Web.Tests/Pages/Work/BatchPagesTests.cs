using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Batches;
using VcrPortal.Web.Features.Batches.Launch;
using VcrPortal.Web.Features.Jobs;
using VcrPortal.Web.Features.Jobs.Launch;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Pages.Work;

/// <summary>The pages of a batch as they are sent, from a portal whose worker is elsewhere.</summary>
public class BatchPagesTests
{
    [Fact]
    public async Task LaunchOfPairs_LeadsToTheBatch_WithEveryChosenPair()
    {
        await using var portal = new WebPortal();
        var visitor = portal.Visitor();
        var answer = await WebPortal.PostAsync(
            visitor, PortalUrls.LaunchPairs, "pairs", ("Compounds", "Binimetinib; Vemurafenib"), ("Lines", "C32\r\nA549"),
            ("Intent", "launch"), ("Seen", "4"), ("Title", "Two by two"));
        Assert.Equal((HttpStatusCode.SeeOther, "/batches/1"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
        var page = await visitor.GetStringAsync("/batches/1");
        Assert.Contains("<h1>Two by two</h1>", page);
        Assert.Contains("Vemurafenib in A549", page);
        Assert.Contains("data-poll=\"3\"", page);
    }

    [Fact]
    public async Task LaunchOfPairs_WithUnknownNames_KeepsWhatWasTyped_AndSuggests()
    {
        await using var portal = new WebPortal();
        var page = await (
            await WebPortal.PostAsync(
            portal.Visitor(), PortalUrls.LaunchPairs, "pairs", ("Compounds", "Binimetinb; <b>x"), ("Lines", "C32"),
            ("Intent", "launch"))).Content.ReadAsStringAsync();
        Assert.Contains("Not among them: Binimetinb (did you mean Binimetinib?); &lt;b&gt;x.", page);
        Assert.Contains(">Binimetinb; &lt;b&gt;x</textarea>", page);
        await using var db = portal.Db();
        Assert.False(await db.Batches.AnyAsync());
    }

    [Fact]
    public async Task LaunchOfAllPairs_ByAVisitor_IsRefusedWithTheLimit_AndByAnAccountIsTaken()
    {
        await using var portal = new WebPortal();
        var pairs = portal.Get<VcrPortal.Generation.Knowledge.PairGrid>().Pairs.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var page = await (
            await WebPortal.PostAsync(
                portal.Visitor(), PortalUrls.LaunchPairs, "pairs", ("Intent", "launch"), ("Seen", pairs))).Content.ReadAsStringAsync();
        Assert.Contains("A batch holds at most 500 records here. Launch it in parts.", page);
        var (ana, _) = await portal.PersonAsync("ana");
        var answer = await WebPortal.PostAsync(ana, PortalUrls.LaunchPairs, "pairs", ("Intent", "launch"), ("Seen", pairs),
            ("IsPrivate", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visitor().GetAsync("/batches/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visitor().GetAsync("/batches/1/report")).StatusCode);
        foreach (var extension in new[] { "jsonl", "parquet" })
            Assert.NotEqual(HttpStatusCode.OK, (await portal.Visitor().GetAsync($"/batches/1.{extension}")).StatusCode);
        Assert.Contains("Private", await ana.GetStringAsync("/batches/1"));
    }

    [Fact]
    public async Task Launch_WhereVisitorsMayNot_IsRefusedByTheVerb()
    {
        await using var portal = new WebPortal(("Launch:AllowVisitors", "false"));
        Assert.IsType<BatchOutcome.NotAllowed>(
            await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default));
        Assert.Equal(HttpStatusCode.SeeOther, (await portal.Visitor().GetAsync(PortalUrls.LaunchPairs)).StatusCode); // led to the sign-in
    }

    [Fact]
    public async Task BatchPage_TellsWhyJobsFailed_GroupedByReason()
    {
        await using var portal = new WebPortal();
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 3).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor("v"), default);
        await using (var db = portal.Db())
            await db.Jobs.Where(j => j.Number < 3)
                .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.EndReason, "The <disk> is full."));
        var page = await portal.Visitor().GetStringAsync("/batches/1");
        Assert.Contains("The &lt;disk&gt; is full.</span><span class=\"num\">2</span><small>for example <a href=\"/jobs/1\">J-1</a>", page);
        var failed = await portal.Visitor().GetStringAsync("/batches/1?show=failed");
        Assert.Contains("c0 in C32", failed);
        Assert.DoesNotContain("c2 in C32", failed);
    }

    [Fact]
    public async Task BatchPage_TellsWhatIsLeft_OnlyOnceItIsMeasured()
    {
        var clock = new ManualClock();
        await using var portal = new WebPortal { Clock = clock };
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 400).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor("v"), default);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("Left, at", await portal.Visitor().GetStringAsync("/batches/1"));
        await using var db = portal.Db();
        await db.Jobs.Where(j => j.Number <= 100)
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Completed).SetProperty(j => j.FinishedAt, clock.Now));
        // 100 in 10 s, 300 to go.
        Assert.Matches(@"<dt>Left, at 10 a second</dt>\s*<dd>30 s</dd>", await portal.Visitor().GetStringAsync("/batches/1"));
        clock.Advance(TimeSpan.FromMinutes(2)); // nothing has ended since: no rate, no promise
        Assert.DoesNotContain("Left, at", await portal.Visitor().GetStringAsync("/batches/1"));
    }

    [Fact]
    public async Task Lists_AreNotBuriedByABatch()
    {
        await using var portal = new WebPortal();
        await portal.Get<LaunchJob>().RunAsync(Samples.Record("Alone"), false, Caller.Visitor("a"), default);
        await portal.Get<LaunchBatch>()
            .RunAsync("b", [.. Enumerable.Range(0, 120).Select(i => Samples.Record($"c{i}"))], false, Caller.Visitor("v"), default);
        var jobs = await portal.Visitor().GetStringAsync("/jobs");
        Assert.Contains("Alone in C32", jobs);
        Assert.DoesNotContain("c119 in C32", jobs);
        Assert.Contains("0 of 120", jobs); // the batch is one line
        Assert.Contains("c119 in C32", await portal.Visitor().GetStringAsync("/jobs?show=all"));
        Assert.Contains("0 of 120", await portal.Visitor().GetStringAsync("/jobs?show=batches"));
    }

    [Fact]
    public async Task Home_WhereEveryTraceAbstains_IsShownWithoutAFigure()
    {
        await using var portal = new WebPortal();
        await portal.Get<LaunchJob>().RunAsync(Samples.Record(), false, Caller.Visitor("v"), default);
        await using (var db = portal.Db())
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var nothing = new NewTrace(
                1, Samples.Record(), PortalJson.Write(Samples.Record()), "e", TraceState.Published, null,
                [new(1, """set_context(cell_type="C32")""", "as generated", false)], "", [], Samples.NoCitations, []);
            await portal.Get<SaveTrace>().RunAsync(db, nothing, new TraceOwner("v", false), DateTime.UnixEpoch, default);
            await transaction.CommitAsync();
        }
        var page = await portal.Visitor().GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("<figure class=\"sample\"", await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Download_IsAFile_NamedAfterTheBatch()
    {
        await using var portal = new WebPortal();
        await portal.Get<LaunchBatch>().RunAsync("b", [Samples.Record()], false, Caller.Visitor("v"), default);
        await using (var db = portal.Db()) await db.Jobs.ExecuteUpdateAsync(
            s => s.SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.EndReason, "Because."));
        var answer = await portal.Visitor().GetAsync("/batches/1.jsonl");
        Assert.Equal("application/jsonl", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("batch-1.jsonl", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("\"state\":\"failed\",\"state_reason\":\"Because.\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Visitor().GetAsync("/batches/2.jsonl")).StatusCode);
    }
}
