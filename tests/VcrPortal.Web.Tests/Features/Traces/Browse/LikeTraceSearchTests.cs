using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Features.Traces.Browse.Words;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Traces.Browse;

/// <summary>The plain way of databases without an index of words.</summary>
public class LikeTraceSearchTests
{
    [Theory]
    [InlineData("C32", true)]
    [InlineData("c 32", true)]
    [InlineData("C-32", true)]
    [InlineData("Binimetinib in C32", true)]
    [InlineData("c 33", false)]
    [InlineData("%", false)]
    public async Task ANameInPieces_IsFoundHoweverItIsWritten_AndKeptOutLikewise(string typed, bool isFound)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SaveTraceAsync(Samples.Text);
        await using var db = portal.Db();
        var search = new LikeTraceSearch();
        Assert.Equal(isFound, await search.Narrow(db, db.Traces, new(typed), isExcluded: false).AnyAsync());
        Assert.Equal(!isFound, await search.Narrow(db, db.Traces, new(typed), isExcluded: true).AnyAsync());
    }
}
