using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Features.Administration.People;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.SigningIn;

public class RevalidateCircuitsTests
{
    [Fact]
    public async Task Circuit_OfSomebodyWhoseRoleChanged_GoesOnInTheNewRole_AtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        var account = await ana.RegisterAsync("ana");
        using var circuit = await CircuitAsync(portal, ana);
        await ChangeRoleAsync(portal, account.Id);
        var now = Caller.From((await circuit.GetAuthenticationStateAsync()).User);
        Assert.Equal((account.Id, PortalRole.Reviewer), (now.Key, now.Role));
    }

    [Fact]
    public async Task CircuitOfACookieWithoutASession_HearsOfItsAccountToo()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        using var circuit = CircuitOf(portal, await PrincipalAsync(portal, ana));
        await ChangeRoleAsync(portal, ana.Key);
        Assert.Equal(PortalRole.Reviewer, Caller.From((await circuit.GetAuthenticationStateAsync()).User).Role);
    }

    [Fact]
    public async Task SomebodyWhoseRoleChanged_IsStillSignedIn_AndSomebodyWhoIsGoneIsNot()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        var person = await PrincipalAsync(portal, ana);
        var check = portal.Get<SessionCheck>();
        Assert.Same(person, await check.AsTheyAreNowAsync(person));

        await ChangeRoleAsync(portal, ana.Key);
        Assert.Equal(PortalRole.Reviewer, Caller.From(await check.AsTheyAreNowAsync(person)).Role);
        var gone = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "gone")], "test"));
        Assert.Null(await check.AsTheyAreNowAsync(gone));
    }

    [Fact]
    public async Task CircuitOfTheSessionThatGoesOn_WaitsForItsNewCookie_AndTheOthersEndAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        var account = await ana.RegisterAsync("ana");
        await elsewhere.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", Browser.Password, remember: false));
        using var here = await CircuitAsync(portal, ana);
        using var there = await CircuitAsync(portal, elsewhere);
        await using (var db = portal.Db()) await db.Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.SecurityStamp, "another"));

        var survivor = Session.KeyOf((await here.GetAuthenticationStateAsync()).User);
        portal.Get<EndedSessions>().LookAgainAt(account.Id, survivor);
        Assert.True(Caller.From((await here.GetAuthenticationStateAsync()).User).IsSignedIn);
        Assert.False(Caller.From((await there.GetAuthenticationStateAsync()).User).IsSignedIn);
    }

    [Fact]
    public async Task Circuit_OfASessionThatWasSignedOutInAnotherTab_IsAVisitorsAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await elsewhere.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", Browser.Password, remember: false));
        using var here = await CircuitAsync(portal, ana);
        using var there = await CircuitAsync(portal, elsewhere);
        Assert.True(Caller.From((await here.GetAuthenticationStateAsync()).User).IsSignedIn);

        await SignOutTests.SignOutAsync(ana);
        Assert.False(Caller.From((await here.GetAuthenticationStateAsync()).User).IsSignedIn);
        Assert.True(Caller.From((await there.GetAuthenticationStateAsync()).User).IsSignedIn);
    }

    private static async Task ChangeRoleAsync(TestPortal portal, string key)
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeRole>()
            .RunAsync(key, PortalRole.Contributor, PortalRole.Reviewer, new("admin", PortalRole.Admin), default);
        Assert.Equal(ChangeRoleOutcome.Changed, outcome);
    }

    private static async Task<RevalidateCircuits> CircuitAsync(TestPortal portal, Browser browser) =>
        CircuitOf(portal, await SignOutTests.UserAsync(browser));

    private static RevalidateCircuits CircuitOf(TestPortal portal, ClaimsPrincipal user)
    {
        var circuit = new RevalidateCircuits(NullLoggerFactory.Instance, portal.Get<SessionCheck>(), portal.Get<EndedSessions>());
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        return circuit;
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(TestPortal portal, Caller caller)
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(caller.Key);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
    }
}
