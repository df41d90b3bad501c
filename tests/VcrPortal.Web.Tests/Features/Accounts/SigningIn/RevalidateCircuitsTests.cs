using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
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
        using var circuit =
            new RevalidateCircuits(NullLoggerFactory.Instance, portal.Get<IServiceScopeFactory>(), portal.Get<IOptions<IdentityOptions>>());
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

    private static async Task<ClaimsPrincipal> PrincipalAsync(TestPortal portal, Caller caller)
    {
        using var scope = portal.Get<IServiceScopeFactory>().CreateScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(caller.Key);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
    }
}
