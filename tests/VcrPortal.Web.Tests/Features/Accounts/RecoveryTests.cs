using System.Collections.Immutable;
using System.Net;
using Microsoft.EntityFrameworkCore;
using VcrPortal.Web.Features.Accounts;
using VcrPortal.Web.Features.Accounts.Profile;
using VcrPortal.Web.Features.Accounts.Recovery;
using VcrPortal.Web.Features.Accounts.SigningIn;
using VcrPortal.Web.Tests.Support;

namespace VcrPortal.Web.Tests.Features.Accounts;

public class RecoveryTests
{
    private const string NewPassword = "five other easy words here";

    [Fact]
    public async Task Codes_AreTenDifferentOnes_AndTheDatabaseKnowsNone()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var codes = await MakeAsync(ana);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$", code));
        await using var db = portal.Db();
        var kept = await db.RecoveryCodes.ToListAsync();
        Assert.Equal(10, kept.Count);
        Assert.DoesNotContain(
            kept, row =>
            codes.Any(
                code => row.Hash.Contains(code, StringComparison.OrdinalIgnoreCase)
                || row.Hash.Contains(code.Replace("-", ""), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Recover_WithACode_SetsThePasswordOnce_AndEndsOtherSessions()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, elsewhere) = (new Browser(portal), new Browser(portal));
        var account = await ana.RegisterAsync("ana");
        var codes = await MakeAsync(ana);

        Assert.IsType<RecoverOutcome.Recovered>(
            await RecoverAsync(elsewhere, "ana@example.org", " " + codes[3].ToLowerInvariant().Replace("-", " ")));
        Assert.Equal(account.Id, (await elsewhere.WhoAsync()).Key);
        Assert.False((await ana.WhoAsync()).IsSignedIn);
        Assert.IsType<SignInOutcome.Wrong>(await SignInAsync(portal, Browser.Password));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(portal, NewPassword));
        Assert.IsType<RecoverOutcome.Wrong>(await RecoverAsync(elsewhere, "ana", codes[3]));
        Assert.Equal(9, (await PasskeyTests.OwnAsync(elsewhere)).CodesLeft);
    }

    [Fact]
    public async Task Recover_WithABadPassword_KeepsTheCode()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var codes = await MakeAsync(ana);
        foreach (var bad in (string?[])[null, "short", "aaaaaaaaaaaaaaaa", new string('x', 129)])
            Assert.Equal(
                "password",
                Assert.IsType<RecoverOutcome.Invalid>(await RecoverAsync(new Browser(portal), "ana", codes[0], bad)).Problem.Field);
        Assert.IsType<RecoverOutcome.Recovered>(await RecoverAsync(new Browser(portal), "ana", codes[0]));
    }

    [Fact]
    public async Task WrongCodes_SlowTheirSenderDown_AndKeepNobodyElseOut()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var codes = await MakeAsync(ana);
        var stranger = new Browser(portal) { Address = IPAddress.Parse("192.0.2.7") };
        for (var i = 0; i < WrongTries.Allowed; i++)
            Assert.IsType<RecoverOutcome.Wrong>(await RecoverAsync(stranger, i % 2 == 0 ? "ana" : "nobody", RecoveryCode.Make()));
        Assert.IsType<RecoverOutcome.TooOften>(await RecoverAsync(stranger, "ana", codes[0]));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(portal, Browser.Password));
        Assert.IsType<RecoverOutcome.Recovered>(await RecoverAsync(new Browser(portal), "ana", codes[0]));
        clock.Advance(WrongTries.Rest);
        Assert.IsType<RecoverOutcome.Recovered>(await RecoverAsync(stranger, "ana", codes[1], "six more easy words here"));
    }

    [Fact]
    public async Task ALockAfterWrongPasswords_HoldsNoCodeBack_AndEndsWithIt()
    {
        await using var portal = await TestPortal.StartAsync(new ManualClock());
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var codes = await MakeAsync(ana);
        for (var i = 0; i < 5; i++) await SignInAsync(portal, "not this one at all");
        Assert.IsType<SignInOutcome.LockedOut>(await SignInAsync(portal, Browser.Password));
        Assert.IsType<RecoverOutcome.Recovered>(await RecoverAsync(new Browser(portal), "ana", codes[0]));
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync(portal, NewPassword));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    [InlineData("'; DROP TABLE Accounts; --")]
    public async Task Recover_OfNobody_SaysNoMoreThanThatItIsWrong(string? name)
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.IsType<RecoverOutcome.Wrong>(await RecoverAsync(new Browser(portal), name, RecoveryCode.Make()));
    }

    [Fact]
    public async Task Recover_WithACodeOfAnother_IsWrong()
    {
        await using var portal = await TestPortal.StartAsync();
        var (ana, bob) = (new Browser(portal), new Browser(portal));
        await ana.RegisterAsync("ana");
        await bob.RegisterAsync("bob");
        Assert.IsType<RecoverOutcome.Wrong>(await RecoverAsync(new Browser(portal), "bob", (await MakeAsync(ana))[0]));
    }

    [Fact]
    public async Task Recover_ManyAtOnceWithOneCode_LetsOneIn()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var code = (await MakeAsync(ana))[0];
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try { return await RecoverAsync(new Browser(portal), "ana", code, $"{NewPassword} {i}"); }
            catch (DbUpdateConcurrencyException) { return new RecoverOutcome.Wrong(); }
        })));
        Assert.Single(outcomes.OfType<RecoverOutcome.Recovered>());
        Assert.Equal(9, await portal.Db().RecoveryCodes.CountAsync());
    }

    [Fact]
    public async Task Codes_MadeAnew_ReplaceThoseFromBefore()
    {
        await using var portal = await TestPortal.StartAsync();
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        var (first, second) = (await MakeAsync(ana), await MakeAsync(ana));
        Assert.IsType<RecoverOutcome.Wrong>(await RecoverAsync(new Browser(portal), "ana", first[0]));
        Assert.IsType<RecoverOutcome.Recovered>(await RecoverAsync(new Browser(portal), "ana", second[0]));
    }

    [Fact]
    public async Task Codes_NeedAFreshProof_AndNothingForStrangers()
    {
        var clock = new ManualClock();
        await using var portal = await TestPortal.StartAsync(clock);
        var ana = new Browser(portal);
        await ana.RegisterAsync("ana");
        clock.Advance(RecentProof.Lasts);
        Assert.IsType<AccountChange.NeedsProof>(Assert.IsType<RecoveryCodesOutcome.NotMade>(await AskForCodesAsync(ana)).Why);
        Assert.IsType<AccountChange.NotAllowed>(
            Assert.IsType<RecoveryCodesOutcome.NotMade>(await AskForCodesAsync(new Browser(portal))).Why);
    }

    private static Task<RecoveryCodesOutcome> AskForCodesAsync(Browser browser) =>
        browser.AskAsync<MakeRecoveryCodes, RecoveryCodesOutcome>((s, caller) => s.RunAsync(caller, default));

    private static async Task<ImmutableArray<string>> MakeAsync(Browser browser) =>
        Assert.IsType<RecoveryCodesOutcome.Made>(await AskForCodesAsync(browser)).Codes;

    private static Task<RecoverOutcome> RecoverAsync(Browser browser, string? name, string? code, string? password = NewPassword) =>
        browser.AskAsync<RecoverAccount, RecoverOutcome>((s, _) => s.RunAsync(name, code, password, default));

    private static Task<SignInOutcome> SignInAsync(TestPortal portal, string password) =>
        new Browser(portal).AskAsync<SignIn, SignInOutcome>((s, _) => s.RunAsync("ana", password, remember: false));
}
