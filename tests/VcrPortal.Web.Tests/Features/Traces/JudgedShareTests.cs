using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Revisions.Suggest;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces;

public class JudgedShareTests
{
    [Theory]
    [InlineData(0, 0, JudgedShare.None)] // no claim at all
    [InlineData(0, 9, JudgedShare.None)]
    [InlineData(1, 12, JudgedShare.Little)]
    [InlineData(1, 3, JudgedShare.Some)] // exactly a quarter
    [InlineData(5, 6, JudgedShare.Some)]
    [InlineData(6, 6, JudgedShare.Half)]
    [InlineData(6, 2, JudgedShare.Most)]
    [InlineData(4, 0, JudgedShare.Most)]
    public void Band_IsOfTheClaimsThatIndependentDataJudged(int judged, int others, JudgedShare band) =>
        Assert.Equal(band, JudgedShares.From(new(Supported: judged, 0, 0, NotTestable: others, 0)));

    [Fact]
    public async Task Trace_KeepsItsBandAndItsEnds_AndANewRevisionThoseOfItsOwn()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        var trace = await portal.TraceAsync(1);
        // Two of four claims are judged: what it binds, and the genes, one of which is refuted.
        Assert.Equal((JudgedShare.Half, "|apoptosis|gene expression|"), (trace.Judged, trace.Ends));

        var reviewer = new Caller("rea", PortalRole.Reviewer);
        await portal.Get<ReviseTrace>().RunAsync(
            new(1, 1, Samples.PrunedText, "DUSP6 is refuted."), reviewer, default);
        Assert.Equal((2, "|gene expression|"), ((await portal.TraceAsync(1)).Revision, (await portal.TraceAsync(1)).Ends));
        Assert.Equal(0, await FoundAsync(portal, "end:apoptosis"));
        Assert.Equal(1, await FoundAsync(portal, "end:\"gene expression\""));
    }

    private static async Task<int> FoundAsync(TestPortal portal, string typed) =>
        (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(typed, WithTooLittle: true), Samples.Anybody, default)).Total;
}
