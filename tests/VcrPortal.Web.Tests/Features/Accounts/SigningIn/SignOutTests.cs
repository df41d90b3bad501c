using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.SigningIn;

public class SignOutTests
{
    [Fact]
    public async Task SignOut_EndsThisSession_AndNoOtherOfTheSamePerson()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await elsewhere.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", Browser.Password, remember: false));
        var copy = ana.Copy();
        Assert.True((await copy.WhoAsync()).IsSignedIn);

        await SignOutAsync(ana);
        Assert.False((await copy.WhoAsync()).IsSignedIn);
        Assert.False((await ana.WhoAsync()).IsSignedIn);
        Assert.True((await elsewhere.WhoAsync()).IsSignedIn);
    }

    [Fact]
    public async Task ACopyOfTheCookie_StaysWorthless_UntilItIsTooOldAnyway()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var copy = ana.Copy();
        await SignOutAsync(ana);
        foreach (var later in (TimeSpan[])[TimeSpan.FromMinutes(2), TimeSpan.FromDays(6), TimeSpan.FromDays(9)])
        {
            clock.Advance(later);
            Assert.False((await copy.Copy().WhoAsync()).IsSignedIn);
        }
    }

    [Fact]
    public async Task EndedSessions_AreForgotten_WhenTheirCookiesAreTooOld()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        for (var i = 0; i < 3; i++)
        {
            await SignOutAsync(ana);
            clock.Advance(AccountsSetup.CookieLasts + TimeSpan.FromMinutes(1));
            await ana.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", Browser.Password, remember: false));
        }
        await SignOutAsync(ana);
        Assert.Equal(1, await portal.Db().UserTokens.CountAsync());
    }

    internal static Task<bool> SignOutAsync(Browser browser) => browser.AskAsync(async (services, _) =>
    {
        await services.GetRequiredService<Session>().EndAsync(services.GetRequiredService<IHttpContextAccessor>().HttpContext!.User);
        return true;
    });

    internal static Task<ClaimsPrincipal> UserAsync(Browser browser) => browser.AskAsync((services, _) =>
        Task.FromResult(services.GetRequiredService<IHttpContextAccessor>().HttpContext!.User));
}
