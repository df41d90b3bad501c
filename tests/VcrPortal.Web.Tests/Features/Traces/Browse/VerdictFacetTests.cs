using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Data;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public class VerdictFacetTests
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
        var found = VerdictFacet.Narrow(db.Traces.Where(t => !t.IsPrivate).Kept().WithAnEnd(), verdict, not: false);
        IQueryable<int>[] asked = [found.OrderByDescending(t => t.ChangedAt).ThenByDescending(t => t.Number).Select(t => t.Number),
            found.Select(t => t.Number)];
        foreach (var query in asked) Assert.EndsWith($"COVERING INDEX {Index}_{column}", await PlanAsync(db, query.ToQueryString()));
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
