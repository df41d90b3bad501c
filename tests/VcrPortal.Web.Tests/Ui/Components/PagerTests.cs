using Bunit;
using VcrPortal.Web.Ui.Components;

namespace VcrPortal.Web.Tests.Ui.Components;

public class PagerTests : BunitContext
{
    [Fact]
    public void Pager_OnAPageOfTheMiddle_LinksBothNeighbours()
    {
        var pager = Show(page: 2);
        Assert.Equal("Page 2 of 3", pager.Find("span").TextContent);
        Assert.Equal(["/?page=1", "/?page=3"], pager.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Pager_OnAPageThatIsNotThere_SaysSo_AndLinksTheLastOne()
    {
        var pager = Show(page: 38);
        Assert.Equal("There is no page 38; the last one is 3.", pager.Find("span").TextContent);
        Assert.Equal("/?page=3", Assert.Single(pager.FindAll("a")).GetAttribute("href"));
    }

    [Fact]
    public void Pager_OfOnePage_IsNotThere() => Assert.Equal("", Show(page: 1, total: 25).Markup.Trim());

    private IRenderedComponent<Pager> Show(int page, int total = 60) => Render<Pager>(p => p
        .Add(x => x.Page, page).Add(x => x.Total, total).Add(x => x.PageSize, 25).Add(x => x.Link, to => $"/?page={to}"));
}
