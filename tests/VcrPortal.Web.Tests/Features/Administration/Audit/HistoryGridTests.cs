using Bunit;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Access.History;
using VcrPortal.Web.Features.Administration.Audit;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Administration.Audit;

public class HistoryGridTests : MudContext
{
    [Fact]
    public async Task Log_ShowsWhatIsSearchedFor_ToAnAdministrator_AndNothingToOthers()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        await using (var db = portal.Db())
        {
            HistoryWriter.Add(db, ana, Operation.Vote, HistorySubject.PartOf(12, "n:n5"), DateTime.UnixEpoch);
            HistoryWriter.Add(db, ana, Operation.Comment, HistorySubject.Comment(1, 13), DateTime.UnixEpoch);
            await db.SaveChangesAsync();
        }
        Services.AddSingleton(portal.Get<ListHistory>());
        var grid = RenderFor<HistoryGrid>(new("admin", PortalRole.Admin), p => p.Add(g => g.Chosen, Operation.Vote));
        Assert.Equal(["1970-01-01 00:00:00", "ana"], grid.FindAll("tbody td").Take(2).Select(c => c.TextContent.Trim()));
        Assert.Single(grid.FindAll("tbody tr.mud-table-row"));
        Assert.DoesNotContain("ana", RenderFor<HistoryGrid>(ana).Markup);
    }
}
