using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Access;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts;

public class OwnAccountTests
{
    private const string NewPassword = "five other easy words here";

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndKeepsThisOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await SignInAsync(elsewhere, Browser.Password);
        Assert.True((await elsewhere.WhoAsync()).IsSignedIn);

        Assert.IsType<AccountChange.Done>(await ChangePasswordAsync(ana, Browser.Password, NewPassword));
        Assert.True((await ana.WhoAsync()).IsSignedIn);
        Assert.False((await elsewhere.WhoAsync()).IsSignedIn);
        Assert.IsType<SignInOutcome.Wrong>(await SignInAsync(elsewhere, Browser.Password));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(elsewhere, NewPassword));
    }

    [Theory]
    [InlineData("not this one at all", NewPassword, "current")]
    [InlineData(null, NewPassword, "current")]
    [InlineData(Browser.Password, "short", "new")]
    [InlineData(Browser.Password, null, "new")]
    [InlineData(Browser.Password, "aaaaaaaaaaaaaaaaa", "new")]
    public async Task Password_WithSomethingWrong_NamesTheField(string? current, string? next, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        Assert.Equal(field, Assert.IsType<AccountChange.Refused>(await ChangePasswordAsync(ana, current, next)).Field);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(new Browser(portal), Browser.Password));
    }

    [Fact]
    public async Task Password_GuessedInAnOpenBrowser_LocksTheAccount()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        for (var i = 0; i < 5; i++) await ChangePasswordAsync(ana, $"wrong words number {i}", NewPassword);
        var refused = Assert.IsType<AccountChange.Refused>(await ChangePasswordAsync(ana, Browser.Password, NewPassword));
        Assert.Contains("rests for five minutes", refused.Message);
    }

    [Fact]
    public async Task Password_OfSomebodyWithoutOne_NeedsAFreshProofInstead()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        await portal.Db().Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, (string?)null));
        clock.Advance(RecentProof.Lasts);
        Assert.IsType<AccountChange.NeedsProof>(await ChangePasswordAsync(ana, null, NewPassword));
        var again = new Browser(portal);
        await again.AskAsync<Session,
            bool>(async (s, _) => { await s.OpenAsync(await portal.Db().Users.SingleAsync(), remember: false, "test"); return true; });
        Assert.IsType<AccountChange.Done>(await ChangePasswordAsync(again, null, NewPassword));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(new Browser(portal), NewPassword));
    }

    [Fact]
    public async Task Email_CanBeSetChangedAndTakenAway()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        Assert.IsType<AccountChange.Done>(await ChangeEmailAsync(ana, " ana@new.example "));
        Assert.Equal("ana@new.example", (await PasskeyTests.OwnAsync(ana)).Email);
        Assert.IsType<AccountChange.Done>(await ChangeEmailAsync(ana, ""));
        Assert.Null((await PasskeyTests.OwnAsync(ana)).Email);
        Assert.IsType<AccountChange.Done>(await ChangeEmailAsync(ana, null));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("a@b@c")]
    [InlineData("<script>@example.org ")]
    public async Task Email_ThatIsNone_IsRefused(string address)
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        // Letters like others (RFC 5321): inert, because pages encode it.
        if (address.StartsWith('<')) { Assert.IsType<AccountChange.Done>(await ChangeEmailAsync(ana, address)); return; }
        Assert.Equal("email", Assert.IsType<AccountChange.Refused>(await ChangeEmailAsync(ana, address)).Field);
        Assert.Equal("ana@example.org", (await PasskeyTests.OwnAsync(ana)).Email);
    }

    [Fact]
    public async Task Email_ThatSomebodyElseGave_IsTaken_AndNobodyIsTold()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        Assert.IsType<AccountChange.Done>(await ChangeEmailAsync(ana, "BOB@example.org"));
        Assert.Equal("BOB@example.org", (await PasskeyTests.OwnAsync(ana)).Email);
    }

    [Fact]
    public async Task SignOutEverywhere_EndsThisSessionAndOthersAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere, bob) = (new Browser(portal), new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        await SignInAsync(elsewhere, Browser.Password);
        Assert.IsType<AccountChange.Done>(await ana.AskAsync<SignOutEverywhere, AccountChange>((s, caller) => s.RunAsync(caller)));
        Assert.False((await ana.WhoAsync()).IsSignedIn);
        Assert.False((await elsewhere.WhoAsync()).IsSignedIn);
        Assert.True((await bob.WhoAsync()).IsSignedIn);
        Assert.IsType<AccountChange.NotAllowed>(await ana.AskAsync<SignOutEverywhere, AccountChange>((s, caller) => s.RunAsync(caller)));
    }

    [Fact]
    public async Task EndedSessions_InAnotherProcess_AreFeltWithinTheMinute()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await SignInAsync(elsewhere, Browser.Password);
        await portal.Db().Users.ExecuteUpdateAsync(s => s.SetProperty(a => a.SecurityStamp, "changed elsewhere"));
        Assert.True((await elsewhere.WhoAsync()).IsSignedIn);
        clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.False((await elsewhere.WhoAsync()).IsSignedIn);
    }

    [Fact]
    public async Task EveryChange_IsInTheHistory_AndARefusedOneIsNot()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        var key = (await ana.RegisterAsync("ana")).Id;
        await ChangePasswordAsync(ana, "not this one at all", NewPassword);
        await ChangePasswordAsync(ana, Browser.Password, "aaaaaaaaaaaaaaaaa");
        await ChangeEmailAsync(ana, "nowhere");
        await ChangePasswordAsync(ana, Browser.Password, NewPassword);
        await ChangeEmailAsync(ana, "ana@new.example");
        using var passkey = new SoftwarePasskey();
        await PasskeyTests.AddAsync(ana, passkey);
        await ana.AskAsync<MakeRecoveryCodes, RecoveryCodesOutcome>((s, caller) => s.RunAsync(caller, default));
        await ana.AskAsync<SignOutEverywhere, AccountChange>((s, caller) => s.RunAsync(caller));
        await PasskeyTests.SignInAsync(ana, passkey);

        var history = await portal.Db().History.OrderBy(h => h.Id).ToListAsync();
        Assert.Equal(
            ["Register", "SignIn test", "ChangeOwnPassword", "ChangeOwnEmail set", "ManageOwnPasskeys added", "MakeOwnRecoveryCodes",
            "EndOwnSessions", "SignIn passkey"], history.Select(h => $"{h.Operation} {h.Detail}".Trim()));
        Assert.All(history, h => Assert.Equal((key, $"account:{key}"), (h.ActorKey, h.Subject)));
        Assert.DoesNotContain(history, h => (h.Detail ?? "").Contains("ana", StringComparison.Ordinal));
    }

    private static Task<AccountChange> ChangePasswordAsync(Browser browser, string? current, string? next) =>
        browser.AskAsync<ChangePassword, AccountChange>((s, caller) => s.RunAsync(current, next, caller));

    private static Task<AccountChange> ChangeEmailAsync(Browser browser, string? email) =>
        browser.AskAsync<ChangeEmail, AccountChange>((s, caller) => s.RunAsync(email, caller));

    private static Task<SignInOutcome> SignInAsync(Browser browser, string password) =>
        browser.AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", password, remember: false));
}
