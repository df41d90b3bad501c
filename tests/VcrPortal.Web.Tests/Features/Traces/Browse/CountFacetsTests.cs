using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public class CountFacetsTests
{
    [Theory]
    [InlineData(4)] // read and counted here
    [InlineData(50_000)] // counted by the database, a statement a facet
    public async Task EachValue_CountsWhatItFinds(int total)
    {
        await using var portal = await FilledAsync();
        var facets = await portal.Get<CountFacets>().RunAsync(new(WithTooLittle: true), total, Samples.Anybody, default);
        Assert.Equal(
            [
                SearchField.Verdict, SearchField.Compound, SearchField.Target, SearchField.Mechanism, SearchField.CellLine,
                SearchField.Tissue, SearchField.End, SearchField.Primitive, SearchField.Judged, SearchField.Review, SearchField.Votes,
                SearchField.Comments, SearchField.Engine,
            ], facets.Select(f => f.Field));
        Assert.Equal("accepted 1, in-review 1, unreviewed 2", Said(facets, SearchField.Review));
        Assert.Equal("many 1, few 1, none 2, disagree 1", Said(facets, SearchField.Votes));
        Assert.Equal("some 1, none 3", Said(facets, SearchField.Comments));
        Assert.Equal("most 1, half 3", Said(facets, SearchField.Judged));
        Assert.Equal("apoptosis 4, gene expression 4", Said(facets, SearchField.End));
        foreach (var facet in facets)
            foreach (var value in facet.Values)
            {
                var typed = facet.Field.Write(value.Value);
                Assert.Equal((typed, value.Count), (typed, await FoundAsync(portal, typed)));
                if (ClosedFacet.For(facet.Field) is not null) Assert.Equal(4 - value.Count, await FoundAsync(portal, "-" + typed));
            }
    }

    [Fact]
    public async Task AChosenValue_LeavesOfItsFacetWhatTheFoundTracesHave()
    {
        await using var portal = await FilledAsync();
        var facets = await portal.Get<CountFacets>().RunAsync(new("votes:none", WithTooLittle: true), 2, Samples.Anybody, default);
        Assert.Equal("none 2", Said(facets, SearchField.Votes));
        Assert.Equal("in-review 1, unreviewed 1", Said(facets, SearchField.Review));
    }

    private static string Said(ImmutableArray<Facet> facets, SearchField field) =>
        string.Join(", ", facets.Single(f => f.Field == field).Values.Select(v => $"{v.Value} {v.Count}"));

    private static async Task<int> FoundAsync(TestPortal portal, string typed) =>
        (await portal.Get<SearchTraces>().RunAsync(new TraceQuery(typed, WithTooLittle: true), Samples.Anybody, default)).Total;

    private static async Task<TestPortal> FilledAsync()
    {
        var portal = await TestPortal.StartAsync();
        for (var made = 0; made < 4; made++) await portal.SaveTraceAsync(Samples.Text, $"v{made}");
        await using var db = portal.Db();
        await db.Traces.Where(t => t.Number == 1).ExecuteUpdateAsync(s => s.SetProperty(t => t.Review, ReviewState.Accepted)
            .SetProperty(t => t.Voted, VoteBand.Many).SetProperty(t => t.Judged, JudgedShare.Most));
        await db.Traces.Where(t => t.Number == 2).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.Voted, VoteBand.Few).SetProperty(t => t.Opposed, 1).SetProperty(t => t.Comments, 3)
                .SetProperty(t => t.Commented, CommentBand.Some));
        await db.Traces.Where(t => t.Number == 3).ExecuteUpdateAsync(s => s.SetProperty(t => t.Review, ReviewState.InReview));
        return portal;
    }
}
