using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

public class NarrowTracesTests
{
    [Theory]
    [InlineData("kind:binds_to", 2)]
    [InlineData("kind:regulates_activity", 1)]
    [InlineData("kind:translocates", 0)]
    [InlineData("end:\"gene expression\"", 1)]
    [InlineData("-end:\"gene expression\"", 1)]
    public async Task OneOfASet_IsFoundTheSame_AmongFewAndAmongMany(string typed, int count)
    {
        await using var portal = await TestPortal.StartAsync();
        await SaveAsync(portal, "|binds_to|regulates_activity|", "|gene expression|pheno:proliferation|");
        await SaveAsync(portal, "|binds_to|", "|pheno:proliferation|");
        await using var db = portal.Db();
        foreach (var isOfMany in (bool[])[false, true])
        {
            var found = portal.Get<SearchTraces>().Find(db, new(typed, WithTooLittle: true), Caller.Visitor("v1"), isOfMany);
            Assert.Equal(count, await found.CountAsync());
        }
    }

    /// <summary>A search is narrowed by the sets that there are; the traces of the other sets are not looked at.</summary>
    [Theory]
    [InlineData("kind:binds_to", "(Kinds=?)")]
    [InlineData("end:apoptosis", "(Ends=?)")]
    public async Task OneOfASet_AmongFew_IsSoughtInItsIndex(string typed, string sought)
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        if (!db.Database.IsSqlite()) return; // a server has statistics, and its own ways
        var found = portal.Get<SearchTraces>().Find(db, new(typed), Caller.Visitor("v1"));
        await using var command = found.Select(t => t.Number).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var steps = await command.ExecuteReaderAsync();
        Assert.True(await steps.ReadAsync());
        Assert.Contains("COVERING INDEX", steps.GetString(3), StringComparison.Ordinal);
        Assert.EndsWith(sought, steps.GetString(3));
    }

    private static async Task SaveAsync(TestPortal portal, string kinds, string ends)
    {
        var number = await portal.SaveTraceAsync(Samples.Text);
        await using var db = portal.Db();
        await db.Traces.Where(t => t.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Kinds, kinds).SetProperty(t => t.Ends, ends));
    }
}
