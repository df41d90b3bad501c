using Microsoft.EntityFrameworkCore;
using VcrPortal.Generation.Pipeline;
using VcrPortal.Reasoning.Text;
using VcrPortal.Reasoning.Verification;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Pages.Reading;
using VcrPortal.Web.Tests.Support;
using VcrPortal.Web.Ui;

namespace VcrPortal.Web.Tests.Features.Traces;

public class TraceStoreTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Save_AskedTwiceForOneJob_StoresOneTrace()
    {
        await using var portal = await TestPortal.StartAsync();
        var trace = await TraceAsync(portal);
        Assert.Equal(1, await SaveAsync(portal, trace));
        Assert.Equal(1, await SaveAsync(portal, trace));
        await using var db = portal.Db();
        Assert.Equal(1, await db.Traces.CountAsync());
    }

    [Fact]
    public async Task Read_TheFirstRevision_IsFrozenWithItsOwnVerdicts()
    {
        await using var portal = await TestPortal.StartAsync();
        await SaveAsync(portal, await TraceAsync(portal));
        var first = await portal.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default);
        Assert.Equal((false, Samples.Text, 5), (first!.IsLatest, first.Text, first.Verdicts.Length));
        Assert.Equal(ExplanationReader.Read(Samples.Text).Graph.RevisionHash, first.Revisions[0].Hash);
        Assert.Equal(new VerdictCounts(1, 1, 1, 1, 0), first.Counts);
    }

    [Fact]
    public async Task Read_TheLatestRevision_HoldsOnlyVerdictsOfClaimsThatItStillMakes()
    {
        await using var portal = await TestPortal.StartAsync();
        await SaveAsync(portal, await TraceAsync(portal));
        var latest = await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default);
        Assert.Equal((true, 2, Samples.PrunedText), (latest!.IsLatest, latest.Revision, latest.Text));
        Assert.DoesNotContain(latest.Verdicts, v => v.Claim.Member == "DUSP6" || v.Claim.Action.Value == "n4");
        Assert.Equal(new VerdictCounts(2, 0, 0, 1, 0), latest.Counts);
        Assert.Equal(
            latest.Counts, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(), Samples.Anybody, default)).Items.Single().Counts);
    }

    [Fact]
    public async Task Read_GivesBackAllThatWasStored()
    {
        await using var portal = await TestPortal.StartAsync();
        await SaveAsync(portal, await TraceAsync(portal));
        var trace = (await portal.Get<ReadTrace>().RunAsync(1, 1, Samples.Anybody, default))!;
        Assert.Equal(
            ("Binimetinib", "PUBCHEM.COMPOUND:10288191", "C32", "CVCL:1097", "Skin"),
            (trace.Compound, trace.CompoundCurie, trace.CellLine, trace.CellLineCurie, trace.Organ));
        Assert.Equal(Samples.Evidence(), Assert.Single(trace.Evidence));
        Assert.Equal("Report [1].", trace.ReportMarkdown);
        Assert.Equal([1], trace.Citations[new("n1")].AsEnumerable());
        Assert.Equal("Because.", trace.Verdicts[0].Reason);
        Assert.True(trace.Graph.IsValid);
    }

    [Fact]
    public async Task Read_WhatIsNot_IsNull()
    {
        await using var portal = await TestPortal.StartAsync();
        await SaveAsync(portal, await TraceAsync(portal));
        Assert.Null(await portal.Get<ReadTrace>().RunAsync(2, null, Samples.Anybody, default));
        Assert.Null(await portal.Get<ReadTrace>().RunAsync(1, 3, Samples.Anybody, default));
    }

    [Fact]
    public async Task Save_HostileText_IsKeptAsItIs()
    {
        await using var portal = await TestPortal.StartAsync();
        const string hostile = "<script>alert('x')</script>'; DROP TABLE Traces;-- \u202e 🧪";
        var trace = await TraceAsync(portal) with { Record = Samples.Record(hostile, new string('β', 200)), Report = hostile };
        await SaveAsync(portal, trace);
        var stored = await portal.Get<ReadTrace>().RunAsync(1, null, Samples.Anybody, default);
        Assert.Equal((hostile, hostile), (stored!.Compound, stored.ReportMarkdown));
        Assert.Equal(1, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(Compound: hostile), Samples.Anybody, default)).Total);
    }

    [Theory]
    [InlineData("binimetinib", null, null, 1)]
    [InlineData("ccnd1 c32", null, null, 1)]
    [InlineData("ccnd1 venetoclax", null, null, 0)]
    [InlineData("skin", null, null, 1)]
    [InlineData("c%2", null, null, 0)]
    [InlineData("c_2", null, null, 0)]
    [InlineData("c[0-9]2", null, null, 0)]
    [InlineData("\\", null, null, 0)]
    [InlineData(null, "BINIMETINIB", null, 1)]
    [InlineData(null, "Mektovi", "c32", 1)]
    [InlineData(null, "Trametinib", null, 0)]
    [InlineData(null, null, "A549", 0)]
    [InlineData("  ", " ", "", 1)]
    public async Task Search_FindsByWordsCompoundAndLine(string? text, string? compound, string? line, int found)
    {
        await using var portal = await TestPortal.StartAsync();
        await SaveAsync(portal, await TraceAsync(portal));
        Assert.Equal(
            found, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(text, compound, line), Samples.Anybody, default)).Total);
    }

    [Fact]
    public async Task Search_IsPagedNewestFirst()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "100"));
        for (var i = 0; i < 53; i++) await SaveAsync(portal, await TraceAsync(portal), Now.AddMinutes(i));
        var second = await portal.Get<SearchTraces>().RunAsync(new TraceQuery(Page: 2), Samples.Anybody, default);
        Assert.Equal((53, 2, 50), (second.Total, second.Page, second.PageSize));
        Assert.Equal([3, 2, 1], second.Items.Select(t => t.Number));
        Assert.Equal([53, 52], (await portal.Get<ListLatest>().RunAsync(2, Samples.Anybody, default)).Select(t => t.Number));
        Assert.Empty((await portal.Get<SearchTraces>().RunAsync(new TraceQuery(Page: int.MaxValue), Samples.Anybody, default)).Items);
        Assert.Equal(1, (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(Page: -5), Samples.Anybody, default)).Page);
    }

    [Fact]
    public async Task Counts_AddUpPublishedTraces_AndAreAskedOnceASecond()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        Assert.Equal(PortalNumbers.None, await portal.Get<PortalCounts>().RunAsync(default));
        await SaveAsync(portal, await TraceAsync(portal)); // its job waits still
        Assert.Equal(0, (await portal.Get<PortalCounts>().RunAsync(default)).Corpus.Listed);
        clock.Advance(TimeSpan.FromSeconds(1));
        var numbers = await portal.Get<PortalCounts>().RunAsync(default);
        Assert.Equal(new PortalNumbers(Running: 0, Waiting: 1, new(Listed: 1, TooLittle: 0, Claims: 3, Judged: 2, Supported: 2)), numbers);
        Assert.Equal((2 / 3.0, 1.0), (numbers.Corpus.JudgedShare, numbers.Corpus.SupportedShare));
    }

    /// <summary>One listed, one of which nothing was checked, one without an end, one withheld, one private.</summary>
    [Fact]
    public async Task Counts_OfTheFrontPage_AreThoseOfTheDefaultList_AndWhatItLeavesOutIsCountedBesideIt()
    {
        await using var portal = await TestPortal.StartAsync(settings: ("Launch:VisitorQuota", "100"));
        var listed = await TraceAsync(portal);
        await SaveAsync(portal, listed);
        await SaveAsync(portal, await TraceAsync(portal) with
        {
            Verdicts = [.. listed.Verdicts.Select(v => v with { Kind = VerdictKind.Undetermined })]
        });
        await SaveAsync(portal, await TraceAsync(portal) with
        {
            Revisions = [new(1, "binds_to(id=\"n1\", actor=\"Binimetinib\", target=\"MAP2K1\")", "As generated", false)]
        });
        await SaveAsync(portal, await TraceAsync(portal) with
        {
            State = TraceState.Discarded,
            StateReason = "As generated. vc-traces-2 withheld it. The target is not expressed here."
        });
        var (search, anybody) = (portal.Get<SearchTraces>(), Samples.Anybody);
        Assert.Equal(1, (await search.RunAsync(new TraceQuery(), anybody, default)).Total);
        Assert.Equal((1, 2), (await portal.Get<PortalCounts>().RunAsync(default)).Corpus is var c ? (c.Listed, c.TooLittle) : default);
        Assert.Equal(2, await search.CountTooLittleAsync(new TraceQuery(), anybody, default));
        Assert.Equal(1, await search.CountWithheldAsync(new TraceQuery("binimetinib"), anybody, default));
        Assert.Equal(0, await search.CountWithheldAsync(new TraceQuery("A549"), anybody, default));
        var withheld = Assert.Single((await search.RunAsync(new TraceQuery("binimetinib withheld"), anybody, default)).Items);
        Assert.StartsWith("Withheld. The target is not expressed here. ", withheld.Finding, StringComparison.Ordinal);
        var byAccession = await search.RunAsync(new TraceQuery(PortalUrls.Accession(withheld.Number)), anybody, default);
        Assert.Equal(withheld, Assert.Single(byAccession.Items));
    }

    private static async Task<NewTrace> TraceAsync(TestPortal portal) => new(
        await portal.LaunchAsync(visitor: Guid.NewGuid().ToString("N")), Samples.Record(), "{}", "script 1", TraceState.Published, null,
            [.. Samples.Run.OfType<GenerationEvent.RevisionWritten>()],
        "Report [1].", [Samples.Evidence()], Samples.NoCitations.Add(new("n1"), [1]),
        Samples.Verdicts);

    private static async Task<int> SaveAsync(TestPortal portal, NewTrace trace, DateTime? at = null)
    {
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = await portal.Get<SaveTrace>().RunAsync(db, trace, new TraceOwner("v", false), at ?? Now, default);
        await transaction.CommitAsync();
        return number;
    }
}
