using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts.SigningIn;

/// <summary>Wrong passwords: what they tell a stranger, and whom they keep out.</summary>
public class CheckPasswordTests
{
    private const string Wrong = "not this one at all";

    [Fact]
    public async Task AStrangersWrongPasswords_KeepNobodyOutOfABrowserThatTheySignedInFrom()
    {
        await using var portal = await TestPortal.StartAsync(new ManualClock());
        var (ana, stranger) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await SignOutTests.SignOutAsync(ana);
        for (var i = 0; i < 5; i++) await SignInAsync(stranger, Wrong);
        Assert.IsType<SignInOutcome.LockedOut>(await SignInAsync(stranger, Browser.Password));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(ana, Browser.Password));
    }

    [Fact]
    public async Task AKnownBrowser_HasFiveTriesOfItsOwn_WhileTheAccountRests()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var (ana, stranger) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await SignOutTests.SignOutAsync(ana);
        for (var i = 0; i < 5; i++) await SignInAsync(stranger, Wrong);
        for (var i = 1; i < WrongTries.Allowed; i++) Assert.IsType<SignInOutcome.Wrong>(await SignInAsync(ana, Wrong));
        Assert.IsType<SignInOutcome.LockedOut>(await SignInAsync(ana, Wrong));
        Assert.IsType<SignInOutcome.LockedOut>(await SignInAsync(ana, Browser.Password));
        clock.Advance(WrongTries.Rest);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(ana, Browser.Password));
    }

    [Fact]
    public async Task ABrowserThatAnotherPersonSignedInFrom_IsAStrangers()
    {
        await using var portal = await TestPortal.StartAsync(new ManualClock());
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        for (var i = 0; i < 5; i++) await SignInAsync(bob, Wrong);
        Assert.IsType<SignInOutcome.LockedOut>(await SignInAsync(bob, Browser.Password));
    }

    [Fact]
    public async Task EveryWrongSignIn_CostsOneHash_WhetherThereIsSuchAnAccountOrNot()
    {
        var hashes = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(new ManualClock(), services: s =>
            s.AddSingleton<IPasswordHasher<Account>>(hashes));
        await new Browser(portal).RegisterAsync("ana");
        await new Browser(portal).RegisterAsync("outside");
        await using (var db = portal.Db())
            await db.Users.Where(a => a.UserName == "outside").ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, (string?)null));
        var stranger = new Browser(portal);
        foreach (var (name, typed) in ((string?, string?)[])
            [("nobody", Wrong), ("outside", Wrong), (null, null), ("ana", ""), .. Enumerable.Repeat<(string?, string?)>(("ana", Wrong), 7)])
        {
            hashes.Count = 0;
            await stranger.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync(name, typed, remember: false));
            Assert.Equal((name, 1), (name, hashes.Count));
        }
    }

    private static Task<SignInOutcome> SignInAsync(Browser browser, string password) =>
        browser.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", password, remember: false));

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Count { get; set; }

        public override string HashPassword(Account user, string password)
        {
            Count++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Count++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
