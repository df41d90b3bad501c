using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VcrPortal.Web.Features.Batches.Listing;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Batches.Listing;

public class BatchesGridTests : MudContext
{
    [Fact]
    public async Task Batches_AreNarrowedByTitle_AndWhatIsNotThereLeadsBackToAll()
    {
        await using var portal = await TestPortal.StartAsync(settings: [("Launch:VisitorBatches", "9")]);
        await portal.LaunchBatchAsync(2, title: "MEK in skin");
        await portal.LaunchBatchAsync(1, title: "BRAF in skin");
        var grid = Grid(portal);
        Assert.Equal(["BRAF in skin", "MEK in skin"], Titles(grid));
        var find = grid.FindComponent<MudTextField<string>>();
        await find.InvokeAsync(() => find.Instance.ValueChanged.InvokeAsync("mek"));
        Assert.Equal(["MEK in skin"], Titles(grid));
        await find.InvokeAsync(() => find.Instance.ValueChanged.InvokeAsync("nothing of that name"));
        await grid.Find("button.link").ClickAsync();
        Assert.Equal(2, Titles(grid).Count());
    }

    [Fact]
    public async Task NoBatchYet_SaysWhatToDo()
    {
        await using var portal = await TestPortal.StartAsync();
        var grid = Grid(portal);
        Assert.Contains("No batch has been started here yet.", grid.Markup);
        Assert.Contains(grid.FindAll("a"), a => a.GetAttribute("href") == VcrPortal.Web.Ui.PortalUrls.LaunchPairs);
    }

    private IRenderedComponent<BatchesGrid> Grid(TestPortal portal)
    {
        Services.AddSingleton(portal.Get<ListBatches>()).AddSingleton(TimeProvider.System);
        return RenderFor<BatchesGrid>(Samples.Ana);
    }

    private static IEnumerable<string> Titles(IRenderedComponent<BatchesGrid> grid) => grid.FindAll("a.t").Select(a => a.TextContent);
}
