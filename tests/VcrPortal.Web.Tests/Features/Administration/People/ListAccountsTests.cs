using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Administration.People;

public class ListAccountsTests
{
    [Fact]
    public async Task Accounts_AreFoundByPartOfTheName_SortedAndPagedByTheDatabase()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.RegisterAsync("ada", PortalRole.Admin);
        foreach (var name in new[] { "bob", "barbara", "carl" }) await portal.RegisterAsync(name);
        Assert.Equal(["barbara", "bob"], await NamesAsync(portal, admin, new("B")));
        Assert.Equal(["carl", "bob", "barbara", "ada"], await NamesAsync(portal, admin, new(Descending: true)));
        Assert.Equal(["carl"], await NamesAsync(portal, admin, new(Page: 2, PageSize: 3)));
        Assert.Empty(await NamesAsync(portal, admin, new("%' OR 1=1 --")));
    }

    [Fact]
    public async Task Accounts_PagesOutOfBounds_AreEmptyAndNeverAFault()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.RegisterAsync("ada", PortalRole.Admin);
        Assert.Equal(["ada"], await NamesAsync(portal, admin, new(Page: -7, PageSize: 0)));
        Assert.Empty(await NamesAsync(portal, admin, new(Page: int.MaxValue, PageSize: int.MaxValue)));
    }

    private static async Task<string[]> NamesAsync(TestPortal portal, Caller caller, AccountQuery query) =>
        [.. (await portal.Get<ListAccounts>().RunAsync(query, caller, default))!.Value.Items.Select(a => a.Name)];
}
