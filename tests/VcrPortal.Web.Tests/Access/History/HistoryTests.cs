using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Discussion.Comments;
using VcrPortal.Web.Features.Traces;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Access.History;

public class HistoryTests
{
    [Fact]
    public async Task History_IsWrittenWithTheOperation_AndHoldsNoText()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "a secret of mine"), Samples.Ana, default);
        await using var db = portal.Db();
        var entry = Assert.Single(await db.History.Where(h => h.ActorKey == Samples.Ana.Key).ToListAsync());
        Assert.Equal((nameof(Operation.Comment), "comment:1", 1), (entry.Operation, entry.Subject, entry.TraceNumber));
        Assert.Null(entry.Detail);
    }

    [Fact]
    public async Task History_CanNotBeChangedOrDeleted_AlsoByHand()
    {
        await using var portal = await TestPortal.WithATraceAsync();
        await portal.Get<AddComment>().RunAsync(new(1, 1, Subject.Trace, "x"), Samples.Ana, default);
        await using var db = portal.Db();
        await Assert.ThrowsAnyAsync<Exception>(() => db.History.ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.History.ExecuteUpdateAsync(s => s.SetProperty(h => h.ActorKey, "somebody else")));
        Assert.Equal(Samples.Ana.Key, (await db.History.OrderBy(h => h.At).LastAsync()).ActorKey);
    }
}
