using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse;
using VcrPortal.Web.Features.Traces.Browse.Grid;
using VcrPortal.Web.Features.Traces.Read;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse.Grid;

public class TraceGridTests
{
    [Theory]
    [InlineData("Trace", "1 2 3")]
    [InlineData("Supported claims", "2 3 1")]
    [InlineData("Against", "3 1 2")]
    [InlineData("Changed", "1 3 2")]
    public async Task AColumn_SortsTheRows_AndTurned_TheOtherWayRound(string column, string rising)
    {
        await using var portal = await TestPortal.StartAsync();
        for (var made = 0; made < 3; made++) await portal.SaveTraceAsync(Samples.Text, $"v{made}");
        await SetAsync(portal, 1, "Abc", supported: 3, against: 1, day: 1);
        await SetAsync(portal, 2, "Bcd", supported: 1, against: 2, day: 3);
        await SetAsync(portal, 3, "Cde", supported: 2, against: 0, day: 2);
        Assert.Equal(rising, await RowsAsync(portal, column, isDescending: false));
        Assert.Equal(string.Concat(rising.Reverse()), await RowsAsync(portal, column, isDescending: true));
    }

    private static async Task<string> RowsAsync(TestPortal portal, string column, bool isDescending)
    {
        var sort = GridAddress.SortOf(column)!.Value;
        var isTurned = GridAddress.IsTurned(sort, isDescending ? GridAddress.Down : GridAddress.Up);
        var found = await portal.Get<SearchTraces>().RunAsync(
            new TraceQuery(WithTooLittle: true, Sort: sort) { IsTurned = isTurned }, Samples.Anybody, default);
        return string.Join(' ', found.Items.Select(i => i.Number));
    }

    private static async Task SetAsync(TestPortal portal, int trace, string compound, int supported, int against, int day)
    {
        await using var db = portal.Db();
        var at = new DateTime(2026, 3, day, 0, 0, 0, DateTimeKind.Utc);
        await db.Traces.Where(t => t.Number == trace).ExecuteUpdateAsync(s => s
            .SetProperty(t => t.Compound, compound).SetProperty(t => t.Direct, supported).SetProperty(t => t.Supported, supported)
            .SetProperty(t => t.Against, against).SetProperty(t => t.ChangedAt, at));
    }
}
