using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Understanding;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public partial class ClosedFacetTests
{
    private const string Index = "IX_Traces_ChangedAt_Number_State_KnowsTooLittle_IsPrivate";

    [Theory]
    [InlineData("supported", "Direct")]
    [InlineData("elsewhere", "Elsewhere")]
    [InlineData("contradicted", "Refuted")]
    [InlineData("disputed", "Disputed")]
    [InlineData("undecided", "Undetermined")]
    [InlineData("untested", "NotTestable")]
    public async Task AVerdict_IsFoundByAnIndexOfItsOwn_WhichHoldsAllThatIsAsked(string verdict, string column)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var found = ClosedFacet.Verdict.Narrow(db.Traces.Where(t => !t.IsPrivate).Kept().WithAnEnd(), verdict, not: false);
        IQueryable<int>[] asked = [found.OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number).Select(t => t.Number),
            found.Select(t => t.Number)];
        foreach (var query in asked) Assert.EndsWith($"COVERING INDEX {Index}_{column}", await PlanAsync(db, query.ToQueryString()));
    }

    [Theory]
    [InlineData("judged:most", "Judged")]
    [InlineData("review:accepted", "Review")]
    [InlineData("votes:few", "Voted")]
    [InlineData("comments:none", "Commented")]
    public async Task AnotherValue_IsFoundByTheIndexThatBeginsWithIt(string typed, string column)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var fact = Assert.IsType<SearchPart.Fact>(Assert.Single(portal.Get<UnderstandSearch>().Run(typed).Parts));
        var found = ClosedFacet.For(fact.Of)!.Narrow(db.Traces.Where(t => !t.IsPrivate).Kept().WithAnEnd(), fact.Value, not: false);
        IQueryable<int>[] asked = [found.OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number).Select(t => t.Number),
            found.Select(t => t.Number)];
        foreach (var query in asked)
            Assert.Matches($@"COVERING INDEX IX_Traces_A\d_{column} \({column}=\?", await PlanAsync(db, query.ToQueryString()));
    }

    [Theory]
    [InlineData("line:C32 votes:none", "IX_Traces_CellLine")]
    [InlineData("line:C32 comments:none", "IX_Traces_CellLine")]
    [InlineData("compound:Binimetinib comments:none", "IX_Traces_Compound")]
    [InlineData("compound:Binimetinib -comments:some", "IX_Traces_Compound")]
    [InlineData("compound:Binimetinib -comments:none", "IX_Traces_Compound")]
    [InlineData("tissue:Skin comments:none", "IX_Traces_A6_Organ")]
    [InlineData("review:unreviewed tissue:Skin", "IX_Traces_A6_Organ")]
    [InlineData("judged:none line:C32 engine:x", "IX_Traces_CellLine")]
    public async Task ACoarseValueBesideAFineOne_IsNotWhatTheSearchIsNarrowedBy(string typed, string index)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var found = portal.Get<SearchTraces>().Find(db, new(typed), Samples.Anybody);
        var query = found.OrderByDescending(t => t.ChangedAt).Select(t => t.Number).ToQueryString();
        Assert.Contains($"INDEX {index}", await PlanAsync(db, WithItsParameters(query)));
    }

    [Theory]
    [InlineData("comments:some", "Comments")]
    [InlineData("votes:disagree", "Opposed")]
    public async Task WhatFewTracesHave_IsFoundByAnIndexOfThoseAlone(string typed, string column)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var fact = Assert.IsType<SearchPart.Fact>(Assert.Single(portal.Get<UnderstandSearch>().Run(typed).Parts));
        var found = ClosedFacet.For(fact.Of)!.Narrow(db.Traces.Where(t => !t.IsPrivate).Kept().WithAnEnd(), fact.Value, not: false);
        Assert.EndsWith($"COVERING INDEX {Index}_{column}", await PlanAsync(
            db, found.OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number).Select(t => t.Number).ToQueryString()));
    }

    [Theory]
    [InlineData("review:\"in review\"", "in review")]
    [InlineData("review:in-review", "in review")]
    [InlineData("-votes:NONE", "none")]
    [InlineData("judged:\"three quarters or more\"", "three quarters or more")]
    [InlineData("votes:lots", "lots")]
    public async Task AValue_IsReadByItsWordAndAsThePageSaysIt(string typed, string label)
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Equal(label, Assert.Single(portal.Get<UnderstandSearch>().Run(typed).Parts).Label);
    }

    [Fact]
    public async Task ElsewhereSupported_AreTheSupportedOnesThatAreNotDirect()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await using var db = portal.Db();
        var trace = await db.Traces.SingleAsync();
        Assert.True(trace.Supported > 0);
        Assert.Equal(trace.Supported - trace.Direct, trace.Elsewhere);
    }

    /// <summary>What the query string sets before the statement, within it.</summary>
    private static string WithItsParameters(string query) => Parameter().Matches(query).Aggregate(
        Parameter().Replace(query, ""),
        (sql, set) => sql.Replace(set.Groups["name"].Value, set.Groups["value"].Value, StringComparison.Ordinal));

    [GeneratedRegex(@"^\.param set (?<name>@\w+) (?<value>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    /// <summary>One step: nothing is sorted, and no row is looked up.</summary>
    private static async Task<string> PlanAsync(PortalDb db, string query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        await using var steps = await command.ExecuteReaderAsync();
        Assert.True(await steps.ReadAsync());
        var step = steps.GetString(3);
        Assert.False(await steps.ReadAsync());
        return step;
    }
}
