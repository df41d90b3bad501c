using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
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
    public async Task Circuit_OfSomebodyWhoseRoleChanged_IsAVisitorsFromThenOn()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = await portal.RegisterAsync("ana");
        var person = await PrincipalAsync(portal, ana);
        var circuit = portal.Get<SessionCheck>();
        Assert.True(await circuit.IsStillAsync(person));

        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        Assert.Equal(
            ChangeRoleOutcome.Changed,
            await scope.ServiceProvider.GetRequiredService<ChangeRole>()
            .RunAsync(ana.Key, PortalRole.Contributor, PortalRole.Reviewer, new("admin", PortalRole.Admin), default));
        Assert.False(await circuit.IsStillAsync(person));
        Assert.False(
            await circuit.IsStillAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "gone")], "test"))));
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

    private static async Task<RevalidateCircuits> CircuitAsync(TestPortal portal, Browser browser)
    {
        var circuit = new RevalidateCircuits(NullLoggerFactory.Instance, portal.Get<SessionCheck>(), portal.Get<EndedSessions>());
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(await SignOutTests.UserAsync(browser))));
        return circuit;
    }

    private static async Task<ClaimsPrincipal> PrincipalAsync(TestPortal portal, Caller caller)
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(caller.Key);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
    }
}
